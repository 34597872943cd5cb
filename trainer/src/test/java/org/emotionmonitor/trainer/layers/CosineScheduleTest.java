package org.emotionmonitor.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CosineScheduleTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  private final CosineSchedule schedule = new CosineSchedule(1e-3, 1e-5, 20);

  @Test
  void shouldDescendFromHighToLow() {
    assertThat(schedule.valueAt(999, 0)).isEqualTo(1e-3, EXACT);
    assertThat(schedule.valueAt(0, 10)).isEqualTo((1e-3 + 1e-5) / 2, EXACT);
    assertThat(schedule.valueAt(0, 20)).isEqualTo(1e-5, EXACT);
  }

  @Test
  void shouldStayLowWhenTrainingGoesOn() {
    assertThat(schedule.valueAt(0, 50)).isEqualTo(1e-5, EXACT);
    assertThat(schedule.clone().valueAt(0, 50)).isEqualTo(1e-5, EXACT);
  }

  @Test
  void shouldRefuseADescentWithoutEpochs() {
    assertThatThrownBy(() -> new CosineSchedule(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epochs is 0");
  }
}
