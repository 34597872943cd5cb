package org.emotionmonitor.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionmonitor.trainer.data.InputForm.CENTRED;
import static org.emotionmonitor.trainer.data.InputForm.STANDARDIZED;
import static org.emotionmonitor.trainer.data.InputForm.ZSCORE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainSettingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TrainSettings one = TrainSettings.defaults(3, 7);

  @Test
  void shouldGiveTheNetworksTheirViewsInTurn() {
    TrainSettings five = one.withNetworks(5, List.of(CENTRED, STANDARDIZED));
    assertThat(five.views()).containsExactly(CENTRED, STANDARDIZED, CENTRED, STANDARDIZED, CENTRED);
    assertThat(IntStream.rangeClosed(1, 5).mapToObj(n -> five.ofNetwork(n).seed()))
        .containsExactly(7L, 7L, 8L, 8L, 9L);
    assertThat(five.ofNetwork(2).format().input()).isEqualTo(STANDARDIZED);
  }

  @Test
  void shouldGiveASingleNetworkTheFirstView() {
    TrainSettings single = one.withNetworks(1, List.of(CENTRED, STANDARDIZED));
    assertThat(single.views()).containsExactly(CENTRED);
    assertThat(single.format().input()).isEqualTo(CENTRED);
    assertThat(single.ofNetwork(1)).isEqualTo(single);
  }

  @Test
  void shouldReadARunThatKnowsOfNoViews() throws JsonProcessingException {
    ObjectNode older = JSON.valueToTree(one.withNetworks(3, List.of(ZSCORE)));
    older.remove("inputs");
    TrainSettings read = JSON.treeToValue(older, TrainSettings.class);
    assertThat(read.views()).containsExactly(ZSCORE, ZSCORE, ZSCORE);
  }
}
