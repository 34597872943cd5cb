package org.emotionmonitor.trainer.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's way of counting, on annotations with the published numbers of each emotion. */
class StyletalkCountTest {

  @TempDir Path folder;

  /** The paper's table: 1,716 evaluation utterances. */
  @Test
  void shouldCountBothTurnsOfARowAndMergeAsThePaperDoes() {
    List<String> emotions = new ArrayList<>();
    add(emotions, 289, "cheerful");
    add(emotions, 2, "hopeful");
    add(emotions, 501, "friendly");
    add(emotions, 593, "neutral");
    add(emotions, 96, "sad");
    add(emotions, 235, "unfriendly");
    List<String> rows = new ArrayList<>(List.of(Published.STYLETALK_HEADER));
    for (int i = 0; i < emotions.size(); i += 2) {
      rows.add(Published.turn("d_" + i, 0, emotions.get(i), emotions.get(i + 1)));
    }
    new Published(folder).text("eval.csv", rows.toArray(new String[0]));
    List<StyletalkTurn> turns = StyletalkTurn.read(folder.resolve("eval.csv"));
    assertThat(rows).hasSize(1 + 858);
    assertThat(StyletalkLayout.counts(turns))
        .isEqualTo(
            "1716 utterances {cheerful=291, friendly=501, neutral=593, sad=96, unfriendly=235}");
  }

  private static void add(List<String> emotions, int count, String emotion) {
    for (int i = 0; i < count; i++) {
      emotions.add(emotion);
    }
  }
}
