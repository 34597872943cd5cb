package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.util.fft.FFT;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealFftTest {

  @ParameterizedTest
  @ValueSource(ints = {3, 512, 513, 514, 551, 1_024})
  void shouldAgreeWithTarsosWithinSinglePrecision(int length) {
    Random random = new Random(1);
    double[] x = new double[FeatureSpec.FFT_SIZE];
    float[] tarsos = new float[FeatureSpec.FFT_SIZE];
    for (int i = 0; i < length; i++) {
      tarsos[i] = (float) random.nextGaussian();
      x[i] = tarsos[i];
    }
    float[] power = new float[FeatureSpec.BINS];
    new RealFft().power(x, length, power);
    new FFT(FeatureSpec.FFT_SIZE).forwardTransform(tarsos);
    for (int k = 1; k < FeatureSpec.BINS - 1; k++) {
      double expected = Math.hypot(tarsos[2 * k], tarsos[2 * k + 1]);
      assertThat(Math.sqrt(power[k])).isCloseTo(expected, Offset.offset(1e-4));
    }
    // TarsosDSP packs the two real bins, 0 Hz and Nyquist, into the first pair.
    assertThat(Math.sqrt(power[0])).isCloseTo(Math.abs(tarsos[0]), Offset.offset(1e-4));
    assertThat(Math.sqrt(power[FeatureSpec.BINS - 1]))
        .isCloseTo(Math.abs(tarsos[1]), Offset.offset(1e-4));
  }

  @Test
  void shouldKeepTheEnergyAccordingToParseval() {
    double[] x = new double[FeatureSpec.FFT_SIZE];
    x[3] = 2;
    float[] power = new float[FeatureSpec.BINS];
    new RealFft().power(x, x.length, power);
    assertThat(power[0]).isCloseTo(4f, Offset.offset(1e-6f));
  }
}
