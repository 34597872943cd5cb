package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.util.fft.FFT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final double[] power = new double[FeatureSpec.BINS];
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
    write(worst);
    assertThat(worst.get(Group.CONTRAST)).isGreaterThan(Group.CONTRAST.tolerance);
    assertThat(worst.get(Group.LOG_MEL)).isGreaterThan(Group.LOG_MEL.tolerance);
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
      power[0] = (double) buffer[0] * buffer[0];
      power[FeatureSpec.BINS - 1] = (double) buffer[1] * buffer[1];
      for (int bin = 1; bin < FeatureSpec.BINS - 1; bin++) {
        double re = buffer[2 * bin];
        double im = buffer[2 * bin + 1];
        power[bin] = re * re + im * im;
      }
      features.describe(power, rows, frame * FeatureSpec.FEATURES);
    }
    return rows;
  }

  private static void write(Map<Group, Double> worst) throws IOException {
    StringBuilder table = new StringBuilder();
    worst.forEach(
        (group, value) ->
            table.append("| %s | %s | %.1e |%n".formatted(group.label, group.allowed, value)));
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("tarsos-fft-table.md"), table);
  }
}
