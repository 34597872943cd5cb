package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.util.fft.FFT;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RealFftTest {

  @Test
  void shouldAgreeWithTarsosWithinSinglePrecision() {
    Random random = new Random(1);
    double[] x = new double[FeatureSpec.FFT_SIZE];
    float[] tarsos = new float[FeatureSpec.FFT_SIZE];
    for (int i = 0; i < x.length; i++) {
      tarsos[i] = (float) random.nextGaussian();
      x[i] = tarsos[i];
    }
    double[] power = new double[FeatureSpec.BINS];
    new RealFft().power(x, x.length, power);
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
    double[] power = new double[FeatureSpec.BINS];
    new RealFft().power(x, x.length, power);
    assertThat(power[0]).isCloseTo(4, Offset.offset(1e-12));
  }
}
