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

/**
 * A stepped sine sweep over the whole input band: ripple up to 0.9 of the lower Nyquist frequency,
 * and everything that is not the sine itself (images, aliases) at every frequency. Rows of the
 * table in the docs go to {@code target/resampler-table.md}.
 */
final class ResamplerSweepTest {

  private static final int STEPS = 160;
  private static final Map<Integer, String> TABLE = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 24_000, 32_000, 44_100, 48_000})
  void shouldKeepTheBandAndNothingElse(int rate) {
    double nyquist = Math.min(rate, 22_050) / 2.0;
    double ripple = 0;
    double spurious = -300;
    for (int step = 1; step < STEPS; step++) {
      double hz = rate / 2.0 * step / STEPS;
      double[] measured = measure(rate, hz, nyquist);
      if (hz <= 0.9 * nyquist) {
        ripple = Math.max(ripple, Math.abs(measured[0]));
      }
      spurious = Math.max(spurious, measured[1]);
    }
    TABLE.put(rate, "| %,d | %.4f | %.1f |%n".formatted(rate, ripple, spurious));
    assertThat(ripple).as("ripple in dB").isLessThanOrEqualTo(0.1);
    assertThat(spurious).as("images and aliases in dB").isLessThanOrEqualTo(-80);
  }

  @AfterAll
  static void writeTable() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("resampler-table.md"), String.join("", TABLE.values()));
  }

  /** Gain of the sine and level of all else, in dB re the input. */
  private static double[] measure(int rate, double hz, double nyquist) {
    float[] in = new float[rate / 2];
    for (int i = 0; i < in.length; i++) {
      in[i] = (float) Math.sin(2 * Math.PI * hz * i / rate);
    }
    float[] out = ResamplerTest.resample(in, rate);
    int from = 1_000;
    int n = out.length - 2 * from;
    double power = 0;
    for (int i = from; i < from + n; i++) {
      power += out[i] * (double) out[i];
    }
    if (hz >= nyquist) {
      return new double[] {0, 10 * Math.log10(power / n / 0.5 + 1e-30)};
    }
    double[] fit = fit(out, from, n, 2 * Math.PI * hz / 22_050);
    double residual = 0;
    for (int i = from; i < from + n; i++) {
      double angle = 2 * Math.PI * hz * i / 22_050;
      double rest = out[i] - fit[0] * Math.cos(angle) - fit[1] * Math.sin(angle);
      residual += rest * rest;
    }
    return new double[] {
      20 * Math.log10(Math.hypot(fit[0], fit[1])), 10 * Math.log10(residual / n / 0.5 + 1e-30)
    };
  }

  /** Least-squares amplitudes of cosine and sine. */
  private static double[] fit(float[] out, int from, int n, double omega) {
    double cc = 0;
    double cs = 0;
    double ss = 0;
    double yc = 0;
    double ys = 0;
    for (int i = from; i < from + n; i++) {
      double c = Math.cos(omega * i);
      double s = Math.sin(omega * i);
      cc += c * c;
      cs += c * s;
      ss += s * s;
      yc += out[i] * c;
      ys += out[i] * s;
    }
    double det = cc * ss - cs * cs;
    return new double[] {(yc * ss - ys * cs) / det, (ys * cc - yc * cs) / det};
  }
}
