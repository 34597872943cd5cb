package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.summary.Tally;
import org.junit.jupiter.api.Test;

class WatchStoreTest {

  private static final String LEG = "call/leg";

  private final KeyValueStore<Bytes, byte[]> content = new SharedStore("watch").get();
  private final WatchStore windows = WatchStore.remembering(content);
  private final WatchStore actions = WatchStore.of(content);

  @Test
  void shouldNotParseWhatItHasWritten() {
    WatchState state = state(1_000);
    windows.put(LEG, state);

    assertThat(windows.get(LEG)).isSameAs(state);
    assertThat(actions.get(LEG)).isEqualTo(state).isNotSameAs(state);
  }

  @Test
  void shouldParseWhatTheOtherHasWritten() {
    windows.put(LEG, state(1_000));
    actions.put(LEG, state(1_000).with(Tally.NONE.withSkipped()));

    assertThat(windows.get(LEG)).isEqualTo(actions.get(LEG)).isNotEqualTo(state(1_000));
  }

  @Test
  void shouldHaveNothingWhenTheLegIsOver() {
    windows.put(LEG, state(1_000));
    windows.delete(LEG);

    assertThat(windows.get(LEG)).isNull();
    assertThat(windows.legs()).isEmpty();
  }

  @Test
  void shouldParseWhatItHasNotWritten() {
    actions.put(LEG, state(2_000));

    assertThat(windows.get(LEG)).isEqualTo(state(2_000));
  }

  private static WatchState state(long startedMs) {
    return WatchState.begin(startedMs, Consent.UNKNOWN);
  }
}
