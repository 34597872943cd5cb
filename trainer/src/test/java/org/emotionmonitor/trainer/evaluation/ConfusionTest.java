package org.emotionmonitor.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void shouldAverageRecallOverClassesThatOccur() {
    Confusion confusion = new Confusion(new int[][] {{8, 2, 0}, {5, 5, 0}, {0, 0, 0}});
    assertThat(confusion.accuracy()).isEqualTo(13 / 20.0, Offset.offset(1e-12));
    assertThat(confusion.uar()).isEqualTo((0.8 + 0.5) / 2, Offset.offset(1e-12));
  }

  @Test
  void shouldBeNotANumberWhenNothingWasCounted() {
    assertThat(new Confusion(new int[2][2]).uar()).isNaN();
  }
}
