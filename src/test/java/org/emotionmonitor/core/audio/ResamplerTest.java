package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResamplerTest {

  static float[] resample(float[] in, int rate) {
    return resample(in, rate, 22_050);
  }

  static float[] resample(float[] in, int rate, int target) {
    float[] out = new float[(int) Math.ceil(in.length * (double) target / rate) + 1];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            rate,
            target,
            0,
            (samples, offset, n) -> {
              System.arraycopy(samples, offset, out, count[0], n);
              count[0] += n;
            });
    resampler.accept(in, 0, in.length);
    resampler.finish();
    return java.util.Arrays.copyOf(out, count[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
  void shouldKeepASineInPlaceWhenResampled(int rate) {
    keepsASine(rate, 22_050);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
  void shouldKeepASineInPlaceWhenResampledTo16KHz(int rate) {
    keepsASine(rate, 16_000);
  }

  private static void keepsASine(int rate, int target) {
    double hz = 1_234.5;
    float[] in = new float[rate];
    for (int i = 0; i < rate; i++) {
      in[i] = (float) Math.sin(2 * Math.PI * hz * i / rate);
    }
    float[] out = resample(in, rate, target);
    assertThat(out).hasSize(target);
    double worst = 0;
    for (int n = 500; n < out.length - 500; n++) {
      worst = Math.max(worst, Math.abs(out[n] - Math.sin(2 * Math.PI * hz * n / target)));
    }
    assertThat(worst).isLessThan(2e-4);
  }

  @Test
  void shouldRefuseARateWithoutAShortRatio() {
    assertThatThrownBy(() -> new Resampler(22_051, 0, (s, o, n) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("22051 Hz");
    assertThatThrownBy(() -> new Resampler(96_000, 0, (s, o, n) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resampler(8_000, 16_001, 0, (s, o, n) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16001 Hz");
  }
}
