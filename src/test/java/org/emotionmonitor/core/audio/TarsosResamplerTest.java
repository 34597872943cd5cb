package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import be.tarsos.dsp.resample.Resampler.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why the resampler is not TarsosDSP's, in high quality: ripple, images and chunks. Once this test
 * fails, use it, and delete {@link Resampler}. The numbers go to {@code
 * target/tarsos-resampler-table.md}.
 */
final class TarsosResamplerTest {

  private static final Map<String, String> TABLE = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
  void shouldRippleOrLeaveImagesWhenASineIsResampled(int rate) {
    var fresh = fresh(rate);
    SineSweep sweep = SineSweep.of(rate, in -> resample(fresh, in, rate, in.length));
    TABLE.put(
        "%6d".formatted(rate),
        "| %,d | %.1f | %.1f |%n".formatted(rate, sweep.ripple(), sweep.spurious()));
    assertThat(sweep.ripple() > 0.1 || sweep.spurious() > -80).isTrue();
  }

  @Test
  void shouldGiveOtherSamplesWhenFedInChunks() {
    float[] in = new float[8_000];
    for (int i = 0; i < in.length; i++) {
      in[i] = (float) Math.sin(2 * Math.PI * 700 * i / 8_000);
    }
    float[] whole = resample(fresh(8_000), in, 8_000, in.length);
    float[] chunks = resample(fresh(8_000), in, 8_000, 160);
    double worst = 0;
    for (int i = 1_000; i < Math.min(whole.length, chunks.length) - 1_000; i++) {
      worst = Math.max(worst, Math.abs(whole[i] - chunks[i]));
    }
    TABLE.put("chunks", "chunks of 20 ms and all at once differ by %.1e%n".formatted(worst));
    assertThat(worst).isPositive();
  }

  @AfterAll
  static void writeTable() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("tarsos-resampler-table.md"), String.join("", TABLE.values()));
  }

  private static be.tarsos.dsp.resample.Resampler fresh(int rate) {
    double factor = 22_050.0 / rate;
    return new be.tarsos.dsp.resample.Resampler(true, factor, factor);
  }

  /** By a copy of {@code fresh}: its filters take most of a second to design. */
  private static float[] resample(
      be.tarsos.dsp.resample.Resampler fresh, float[] in, int rate, int chunk) {
    double factor = 22_050.0 / rate;
    var tarsos = new be.tarsos.dsp.resample.Resampler(fresh);
    float[] out = new float[(int) Math.ceil(in.length * factor) + 100];
    int written = 0;
    for (int at = 0; at < in.length; ) {
      int n = Math.min(chunk, in.length - at);
      boolean last = at + n == in.length;
      Result result = tarsos.process(factor, in, at, n, last, out, written, out.length - written);
      at += result.inputSamplesConsumed;
      written += result.outputSamplesGenerated;
    }
    return Arrays.copyOf(out, written);
  }
}
