package org.emotionmonitor.core.audio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The taps of a {@link Resampler}: a Kaiser-windowed sinc on the common multiple of the two rates,
 * cut by input phase. In one period, {@code down} inputs make {@code up} outputs. Input number c of
 * a period adds to its sums {@code from[c]} to {@code to[c] - 1}, where sum 0 is the first output
 * that the period's input 0 reaches, {@code lead} outputs before the period's own first output.
 *
 * <p>Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal Processing, section 7.6): 84 dB
 * of attenuation; the transition band ends at the lower of the two Nyquist frequencies and begins
 * at 0.9 of it.
 */
final class ResamplerTaps {

  private static final double ATTENUATION_DB = 84;
  private static final double PASSBAND = 0.9;
  private static final double BETA = 0.1102 * (ATTENUATION_DB - 8.7);
  private static final int MIN_RATE = 8_000;
  private static final int MAX_RATE = 48_000;
  private static final int RATE_STEP = 25;

  /** Inputs whose rows are as long as the last one's, so that they can be added together. */
  static final int GROUP = 5;

  /** A period has at least so many inputs, several of the ratio's own if need be. */
  private static final int MIN_PERIOD = 64;

  private static final Map<Ratio, ResamplerTaps> CACHE = new ConcurrentHashMap<>();

  final int up;
  final int down;

  /** Half the filter's length on the common multiple of the rates. */
  final long reach;

  /** Outputs that a period's first input reaches back. */
  final int lead;

  final int[] from;
  final int[] to;

  /**
   * Row c holds the taps of input c at the indices of its sums, [from, to): the loop that adds them
   * then has one index for both arrays, without which the JIT does not vectorize it. Zeros follow,
   * up to the end of the rows that may be added together with this one.
   */
  final float[][] rows;

  /** Sums of one period. */
  final int sums;

  private record Ratio(int up, int down) {}

  /**
   * The taps for a pair of rates; made once per ratio, then shared.
   *
   * @throws IllegalArgumentException if a rate is out of range or their ratio is not short
   */
  static ResamplerTaps of(int sampleRate, int targetRate) {
    check(sampleRate);
    check(targetRate);
    int divisor = gcd(sampleRate, targetRate);
    return CACHE.computeIfAbsent(
        new Ratio(targetRate / divisor, sampleRate / divisor),
        r -> {
          int repeats = r.up == r.down ? 1 : (MIN_PERIOD + r.down - 1) / r.down;
          return new ResamplerTaps(repeats * r.up, repeats * r.down);
        });
  }

  private static void check(int rate) {
    if (rate < MIN_RATE || rate > MAX_RATE || rate % RATE_STEP != 0) {
      throw new IllegalArgumentException(
          "sample rate %d Hz is not supported; use 8000 to 48000 Hz in steps of 25 Hz"
              .formatted(rate));
    }
  }

  private ResamplerTaps(int up, int down) {
    this.up = up;
    this.down = down;
    // In units of the common multiple's sampling interval, whose rate is 1.
    double nyquist = 0.5 / Math.max(up, down);
    double transition = (1 - PASSBAND) * nyquist;
    double half = (ATTENUATION_DB - 7.95) / (14.36 * transition) / 2;
    double cutoff = (1 + PASSBAND) / 2 * nyquist;
    reach = (long) half;
    lead = (int) (reach / down);
    from = new int[down];
    to = new int[down];
    rows = new float[down][];
    for (int c = 0; c < down; c++) {
      long centre = (long) c * up;
      from[c] = lead - (int) Math.floorDiv(reach - centre, (long) down);
      to[c] = lead + (int) Math.floorDiv(reach + centre, (long) down) + 1;
    }
    for (int c = 0; c < down; c++) {
      rows[c] = new float[to[Math.min(c + GROUP, down) - 1]];
      for (int j = from[c]; j < to[c]; j++) {
        rows[c][j] = tap((double) (j - lead) * down - (long) c * up, half, cutoff);
      }
    }
    sums = to[down - 1];
  }

  private float tap(double t, double half, double cutoff) {
    double edge = t / half;
    double window = BesselI0.of(BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / BesselI0.of(BETA);
    double x = 2 * Math.PI * cutoff * t;
    double sinc = t == 0 ? 1 : Math.sin(x) / x;
    return (float) (up * 2 * cutoff * sinc * window);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}
