package org.emotionmonitor.core.audio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * The taps of a {@link Resampler}: a Kaiser-windowed sinc on the common multiple of the two rates,
 * cut by input phase. Input sample {@code i} with phase {@code c = i mod down} adds to {@code
 * count[c]} neighbouring output samples from {@code (i div down) * up + first[c]} on.
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
  private static final int MIN_DIVISOR = 25;

  private static final Map<Integer, ResamplerTaps> CACHE = new ConcurrentHashMap<>();

  final int up;
  final int down;

  /** Half the filter's length on the common multiple of the rates. */
  final long reach;

  final int[] first;
  final int[] count;
  final int[] start;
  final float[] taps;

  /** The most outputs that one input adds to. */
  final int span;

  /**
   * The taps for a rate; made once, then shared.
   *
   * @throws IllegalArgumentException if the rate is out of range or has no short ratio to 22,050 Hz
   */
  static ResamplerTaps of(int sampleRate) {
    int divisor = gcd(sampleRate, FeatureSpec.SAMPLE_RATE);
    if (sampleRate < MIN_RATE || sampleRate > MAX_RATE || divisor < MIN_DIVISOR) {
      throw new IllegalArgumentException(
          "sample rate %d Hz is not supported; use 8000 to 48000 Hz in steps of 25 Hz"
              .formatted(sampleRate));
    }
    return CACHE.computeIfAbsent(
        sampleRate, r -> new ResamplerTaps(FeatureSpec.SAMPLE_RATE / divisor, r / divisor));
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
    first = new int[down];
    count = new int[down];
    start = new int[down];
    int total = 0;
    int widest = 0;
    for (int c = 0; c < down; c++) {
      long centre = (long) c * up;
      first[c] = (int) -Math.floorDiv(reach - centre, (long) down);
      count[c] = (int) Math.floorDiv(centre + reach, (long) down) - first[c] + 1;
      start[c] = total;
      total += count[c];
      widest = Math.max(widest, count[c]);
    }
    span = widest;
    taps = new float[total];
    double norm = BesselI0.of(BETA);
    for (int c = 0; c < down; c++) {
      for (int j = 0; j < count[c]; j++) {
        double t = (double) (first[c] + j) * down - (double) c * up;
        double edge = t / half;
        double window = BesselI0.of(BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / norm;
        double x = 2 * Math.PI * cutoff * t;
        double sinc = t == 0 ? 1 : Math.sin(x) / x;
        taps[start[c] + j] = (float) (up * 2 * cutoff * sinc * window);
      }
    }
  }

  private static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}
