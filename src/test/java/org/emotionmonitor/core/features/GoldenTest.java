package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every feature of every frame against librosa's. */
final class GoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"male", "female", "silence", "white_noise", "sweep", "dc", "music"})
  void shouldEqualLibrosaWhenGivenTheSameSamples(String signal) {
    Golden golden = Golden.load(signal);
    float[] ours = Features.of(golden.samples(), FeatureSpec.SAMPLE_RATE);
    assertThat(ours).hasSameSizeAs(golden.features());
    for (Group group : Group.values()) {
      double worst = 0;
      for (int frame = 0; frame < golden.frames(); frame++) {
        for (int i = group.from; i < group.to; i++) {
          int at = frame * FeatureSpec.FEATURES + i;
          worst = Math.max(worst, group.difference(ours[at], golden.features()[at]));
        }
      }
      System.out.printf("%-12s %-10s %.2e%n", signal, group, worst);
      assertThat(worst).as("%s of %s", group, signal).isLessThanOrEqualTo(group.tolerance);
    }
  }

  private enum Group {
    MFCC(0, 40, 1e-3, false),
    DELTA(40, 80, 1e-3, false),
    DELTA2(80, 120, 1e-3, false),
    LOG_MEL(120, 184, 1e-3, false),
    CENTROID(184, 185, 1e-3, true),
    ROLLOFF(185, 186, 1e-3, true),
    CONTRAST(186, 193, 1e-2, false),
    CHROMA(193, 205, 1e-4, false);

    final int from;
    final int to;
    final double tolerance;
    final boolean relative;

    Group(int from, int to, double tolerance, boolean relative) {
      this.from = from;
      this.to = to;
      this.tolerance = tolerance;
      this.relative = relative;
    }

    double difference(double ours, double theirs) {
      double difference = Math.abs(ours - theirs);
      return relative ? difference / Math.max(1, Math.abs(theirs)) : difference;
    }
  }
}
