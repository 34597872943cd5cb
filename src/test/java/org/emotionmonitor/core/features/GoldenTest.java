package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every feature of every frame against librosa's. The largest differences are written to {@code
 * target/golden-table.md}, from where the table in the docs comes.
 */
final class GoldenTest {

  private static final Map<Group, String> WORST = new EnumMap<>(Group.class);
  private static final Map<Group, Double> LARGEST = new EnumMap<>(Group.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speech_male",
        "speech_female",
        "speech_soft",
        "speech_in_noise",
        "telephone_mulaw",
        "vowel",
        "silence",
        "white_noise",
        "sweep",
        "clipping",
        "dc",
        "hold_music",
        "mains_hum",
        "clicks",
        "silence_then_speech"
      })
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
      if (worst > LARGEST.getOrDefault(group, -1.0)) {
        LARGEST.put(group, worst);
        WORST.put(group, signal);
      }
      assertThat(worst).as("%s of %s", group, signal).isLessThanOrEqualTo(group.tolerance);
    }
  }

  @AfterAll
  static void writeTable() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Group group : Group.values()) {
      table.append(
          "| %s | %s | %.1e | %s |%n"
              .formatted(group.label, group.allowed, LARGEST.get(group), WORST.get(group)));
    }
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("golden-table.md"), table);
  }

  private enum Group {
    MFCC("MFCC", 0, 40, "1e-3", 1e-3, false),
    DELTA("MFCC Δ", 40, 80, "1e-3", 1e-3, false),
    DELTA2("MFCC ΔΔ", 80, 120, "1e-3", 1e-3, false),
    LOG_MEL("log-mel", 120, 184, "1e-3 dB", 1e-3, false),
    CENTROID("centroid", 184, 185, "0.1 %", 1e-3, true),
    ROLLOFF("roll-off", 185, 186, "0.1 %", 1e-3, true),
    CONTRAST("contrast", 186, 193, "1e-2 dB", 1e-2, false),
    CHROMA("chroma", 193, 205, "1e-4", 1e-4, false);

    final String label;
    final int from;
    final int to;
    final String allowed;
    final double tolerance;
    final boolean relative;

    Group(String label, int from, int to, String allowed, double tolerance, boolean relative) {
      this.label = label;
      this.from = from;
      this.to = to;
      this.allowed = allowed;
      this.tolerance = tolerance;
      this.relative = relative;
    }

    double difference(double ours, double theirs) {
      double difference = Math.abs(ours - theirs);
      return relative ? difference / Math.max(1, Math.abs(theirs)) : difference;
    }
  }
}
