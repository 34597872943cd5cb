package org.emotionmonitor.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActivationsTest {

  private static final int STEPS = 40_000;

  @Test
  void shouldAgreeWithTheMathLibraryEverywhere() {
    double worst =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(
                i -> {
                  float x = -20f + 40f * i / STEPS;
                  return Math.abs(Activations.tanh(x) - Math.tanh(x));
                })
            .max()
            .orElseThrow();
    assertThat(worst).isLessThan(3e-7);
  }

  @Test
  void shouldStayWithinOneWhenSaturated() {
    assertThat(Activations.tanh(1e30f)).isEqualTo(1f, Offset.offset(1e-7f));
    assertThat(Activations.tanh(-1e30f)).isEqualTo(-1f, Offset.offset(1e-7f));
    assertThat(Activations.tanh(0f)).isZero();
  }

  @Test
  void shouldApplyTheLogisticFunctionToTheStretchOnly() {
    float[] values = {9f, 0f, 2f, 9f};
    Activations.sigmoid(values, 1, 2);
    assertThat(values[0]).isEqualTo(9f);
    assertThat(values[1]).isEqualTo(0.5f);
    assertThat(values[2]).isEqualTo(0.8807971f, Offset.offset(1e-6f));
    assertThat(values[3]).isEqualTo(9f);
  }
}
