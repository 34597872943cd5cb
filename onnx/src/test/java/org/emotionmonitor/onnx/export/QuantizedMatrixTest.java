package org.emotionmonitor.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantizedMatrixTest {

  @Test
  void shouldTransposeAndScaleEachChannelWhenQuantized() {
    float[] channelsByInput = {1, -2, 4, 0, 0, 0, -0.3f, 0.1f, 0.2f};

    QuantizedMatrix q = QuantizedMatrix.of(channelsByInput, 3);

    assertThat(q.scales()).containsExactly(4 / 64f, 1, 0.3f / 64);
    assertThat(q.values()).containsExactly(16, 0, -64, -32, 0, 21, 64, 0, 43);
  }

  @Test
  void shouldBeWithinHalfAStepWhenRestored() {
    int channels = 8;
    float[] w = RandomWeights.of(5, 2).layers().get(0).forward().w();

    QuantizedMatrix q = QuantizedMatrix.of(w, channels);

    for (int c = 0; c < channels; c++) {
      for (int k = 0; k < 205; k++) {
        float restored = q.values()[k * channels + c] * q.scales()[c];
        assertThat(Math.abs(restored - w[c * 205 + k])).isLessThanOrEqualTo(0.501f * q.scales()[c]);
      }
    }
  }
}
