package org.emotionmonitor.trainer.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private final Thresholds thresholds = new Thresholds(4, 5, -32, -20);

  @Test
  void shouldLabelRatesWithTheUpperClassAtAThreshold() {
    assertThat(thresholds.rate(3.99)).contains(Rate.SLOW);
    assertThat(thresholds.rate(4)).contains(Rate.MEDIUM);
    assertThat(thresholds.rate(5)).contains(Rate.FAST);
  }

  @Test
  void shouldLabelVolumesWithTheUpperClassAtAThreshold() {
    assertThat(thresholds.volume(-32.1)).contains(Volume.SOFT);
    assertThat(thresholds.volume(-32)).contains(Volume.MEDIUM);
    assertThat(thresholds.volume(-20)).contains(Volume.LOUD);
  }

  @Test
  void shouldGiveNoLabelWhenNothingWasMeasured() {
    assertThat(thresholds.rate(Double.NaN)).isEmpty();
    assertThat(thresholds.volume(Double.NaN)).isEmpty();
  }

  @Test
  void shouldRefuseThresholdsThatDoNotRise() {
    assertThatThrownBy(() -> new Thresholds(5, 4, -32, -20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise");
  }
}
