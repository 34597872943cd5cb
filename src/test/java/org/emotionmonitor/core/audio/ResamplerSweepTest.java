package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resampler's sine sweeps. The table in the docs is {@code target/resampler-table.md}. */
final class ResamplerSweepTest {

  private static final Map<Integer, String> TABLE = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 24_000, 32_000, 44_100, 48_000})
  void shouldKeepTheBandAndNothingElse(int rate) {
    SineSweep sweep = SineSweep.of(rate, in -> ResamplerTest.resample(in, rate));
    TABLE.put(rate, "| %,d | %.4f | %.1f |%n".formatted(rate, sweep.ripple(), sweep.spurious()));
    assertThat(sweep.ripple()).as("ripple in dB").isLessThanOrEqualTo(0.1);
    assertThat(sweep.spurious()).as("images and aliases in dB").isLessThanOrEqualTo(-80);
  }

  @AfterAll
  static void writeTable() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("resampler-table.md"), String.join("", TABLE.values()));
  }
}
