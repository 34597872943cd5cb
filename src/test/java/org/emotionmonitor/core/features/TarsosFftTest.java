package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.util.fft.FFT;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Why the transform is not TarsosDSP's: with its single precision, the features of the golden
 * signals leave their tolerances. Once this test fails, use it, and delete {@link RealFft}.
 */
final class TarsosFftTest {

  private final FFT fft = new FFT(FeatureSpec.FFT_SIZE);
  private final float[] buffer = new float[FeatureSpec.FFT_SIZE];
  private final float[] power = new float[FeatureSpec.BINS];
  private final FrameFeatures features = new FrameFeatures();

  @Test
  void shouldLeaveTheTolerancesWhenTheTransformIsSinglePrecision() throws IOException {
    Map<Group, Double> worst = new EnumMap<>(Group.class);
    for (String name : Golden.names()) {
      Golden golden = Golden.load(name);
      float[] rows = rows(golden);
      for (Group group : Group.values()) {
        if (!group.difference) {
          worst.merge(group, group.largestDifference(rows, golden), Math::max);
        }
      }
    }
    Group.write("tarsos-fft-table.md", worst);
    assertThat(worst.get(Group.CONTRAST)).isGreaterThan(Group.CONTRAST.tolerance);
  }

  private float[] rows(Golden golden) {
    float[] rows = new float[golden.frames() * FeatureSpec.FEATURES];
    for (int frame = 0; frame < golden.frames(); frame++) {
      java.util.Arrays.fill(buffer, 0f);
      for (int i = 0; i < FeatureSpec.FRAME_LENGTH; i++) {
        float sample = golden.samples()[frame * FeatureSpec.FRAME_SHIFT + i];
        buffer[i] = (float) (sample * FrameFeatures.WINDOW[i]);
      }
      fft.forwardTransform(buffer);
      // Packed: the two real bins, 0 Hz and Nyquist, are the first pair.
      power[0] = buffer[0] * buffer[0];
      power[FeatureSpec.BINS - 1] = buffer[1] * buffer[1];
      for (int bin = 1; bin < FeatureSpec.BINS - 1; bin++) {
        float re = buffer[2 * bin];
        float im = buffer[2 * bin + 1];
        power[bin] = re * re + im * im;
      }
      features.describe(power, rows, frame * FeatureSpec.FEATURES);
    }
    return rows;
  }
}
