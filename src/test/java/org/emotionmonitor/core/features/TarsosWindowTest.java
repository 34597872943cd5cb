package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.util.fft.HammingWindow;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Why the window is not TarsosDSP's: it is computed in single precision, which fills the empty
 * bands beside a smooth tone. Once this test fails, use it.
 */
final class TarsosWindowTest {

  private static final double[] CENTRES = {700, 2_500, 4_300};
  private static final double[] WIDTHS = {40, 60, 80};
  private static final double[] HZ = {300, 1_000, 3_000};

  @Test
  void shouldLeaveTheTolerancesWhenTheWindowIsSinglePrecision() throws IOException {
    FrameFeatures exact = new FrameFeatures();
    FrameFeatures single = new FrameFeatures(tarsos());
    Map<Group, Double> worst = new EnumMap<>(Group.class);
    for (double hz : HZ) {
      float[] samples = bursts(hz);
      int frames = (samples.length - FeatureSpec.FRAME_LENGTH) / FeatureSpec.FRAME_SHIFT + 1;
      float[] expected = rows(exact, samples, frames);
      float[] actual = rows(single, samples, frames);
      Golden golden = new Golden("bursts", samples, frames, expected);
      for (Group group : Group.values()) {
        if (!group.difference) {
          worst.merge(group, group.largestDifference(actual, golden), Math::max);
        }
      }
    }
    Group.write("tarsos-window-table.md", worst);
    assertThat(worst.get(Group.CONTRAST)).isGreaterThan(Group.CONTRAST.tolerance);
    assertThat(worst.get(Group.LOG_MEL)).isGreaterThan(Group.LOG_MEL.tolerance);
  }

  /** A symmetric window of 552 without its last value is the periodic one of 551. */
  private static double[] tarsos() {
    float[] symmetric = new HammingWindow().generateCurve(FeatureSpec.FRAME_LENGTH + 1);
    double[] window = new double[FeatureSpec.FRAME_LENGTH];
    for (int i = 0; i < window.length; i++) {
      window[i] = symmetric[i];
    }
    return window;
  }

  private static float[] rows(FrameFeatures features, float[] samples, int frames) {
    float[] rows = new float[frames * FeatureSpec.FEATURES];
    for (int frame = 0; frame < frames; frame++) {
      features.compute(
          samples, frame * FeatureSpec.FRAME_SHIFT, rows, frame * FeatureSpec.FEATURES);
    }
    return rows;
  }

  /** Beeps of a few milliseconds that swell and fade. */
  private static float[] bursts(double hz) {
    float[] samples = new float[5_000];
    for (int i = 0; i < samples.length; i++) {
      double envelope = 0;
      for (int k = 0; k < CENTRES.length; k++) {
        double distance = (i - CENTRES[k]) / WIDTHS[k];
        envelope += Math.exp(-0.5 * distance * distance);
      }
      double angle = 2 * Math.PI * hz * i / FeatureSpec.SAMPLE_RATE;
      samples[i] = (float) (0.5 * envelope * Math.sin(angle));
    }
    return samples;
  }
}
