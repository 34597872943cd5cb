package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.emotionmonitor.core.frontend.Features;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature of every frame against librosa's. The largest differences are written to {@code
 * target/golden-table.md}, from where the table in the docs comes.
 */
final class GoldenTest {

  private static final Map<Group, String> WORST = new EnumMap<>(Group.class);
  private static final Map<Group, Double> LARGEST = new EnumMap<>(Group.class);

  @ParameterizedTest
  @MethodSource("org.emotionmonitor.core.features.Golden#names")
  void shouldEqualLibrosaWhenGivenTheSameSamples(String signal) {
    Golden golden = Golden.load(signal);
    float[] ours = Features.of(golden.samples(), FeatureSpec.SAMPLE_RATE);
    assertThat(ours).hasSameSizeAs(golden.features());
    for (Group group : Group.values()) {
      double worst = group.largestDifference(ours, golden);
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
}
