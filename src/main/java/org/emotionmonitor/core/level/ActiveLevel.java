package org.emotionmonitor.core.level;

import org.emotionmonitor.core.frontend.Envelope;

/**
 * Active speech level by ITU-T P.56 (12/2011), method B: the mean power of the time in which the
 * envelope is above a threshold that lies 15.9 dB below that very level, with a hangover of 0.2 s.
 * Independent of how long the speaker pauses, unlike a mean power.
 *
 * <p>The envelope is given in blocks of 1 ms; the recommendation asks for 694 values a second or
 * more.
 *
 * @param dbov active speech level in dB re the overload point (full scale); NaN for silence
 * @param activity share of the time that is active, 0 to 1
 * @param longTermDbov level of the whole stretch, pauses included; -infinity for digital silence
 */
public record ActiveLevel(double dbov, double activity, double longTermDbov) {

  private static final double TIME_CONSTANT_S = 0.03;
  private static final double HANGOVER_S = 0.2;
  private static final double MARGIN_DB = 15.9;
  private static final int THRESHOLDS = 15;

  /** Measures a stretch of audio from a state of rest. */
  public static ActiveLevel of(Envelope envelope) {
    double energy = 0;
    for (float square : envelope.squares()) {
      energy += square;
    }
    int total = envelope.squares().length;
    double longTerm = 10 * Math.log10(energy / total);
    double level = balance(energy, active(envelope));
    if (Double.isNaN(level)) {
      return new ActiveLevel(Double.NaN, 0, longTerm);
    }
    return new ActiveLevel(level, Math.min(1, Math.pow(10, (longTerm - level) / 10)), longTerm);
  }

  /**
   * Blocks in which the envelope is above each threshold, or was within the hangover: those in
   * which the envelope's maximum over the hangover is above it.
   */
  private static int[] active(Envelope envelope) {
    double g = Math.exp(-1 / (envelope.rate() * TIME_CONSTANT_S));
    int hangover = (int) Math.ceil(HANGOVER_S * envelope.rate());
    // By the highest threshold: the block that was last above it, and blocks with it as maximum.
    int[] last = new int[THRESHOLDS];
    int[] active = new int[THRESHOLDS];
    int top = -1;
    double p = 0;
    double q = 0;
    float[] magnitudes = envelope.magnitudes();
    for (int i = 0; i < magnitudes.length; i++) {
      p = g * p + (1 - g) * magnitudes[i];
      q = g * q + (1 - g) * p;
      int highest = Math.min(THRESHOLDS - 1, Math.getExponent(q) + THRESHOLDS);
      if (highest >= 0) {
        last[highest] = i;
        top = Math.max(top, highest);
      }
      while (top >= 0 && i - last[top] > hangover) {
        top--;
      }
      if (top >= 0) {
        active[top]++;
      }
    }
    for (int j = THRESHOLDS - 2; j >= 0; j--) {
      active[j] += active[j + 1];
    }
    return active;
  }

  /** The level that lies the margin above the threshold that gives it, between two thresholds. */
  private static double balance(double energy, int[] active) {
    double level = Double.NaN;
    double distance = Double.NaN;
    for (int j = 0; j < THRESHOLDS && active[j] > 0; j++) {
      double nextLevel = 10 * Math.log10(energy / active[j]);
      double nextDistance = nextLevel - 20 * Math.log10(threshold(j));
      if (nextDistance <= MARGIN_DB) {
        if (Double.isNaN(level)) {
          return nextLevel;
        }
        double share = (distance - MARGIN_DB) / (distance - nextDistance);
        return level + share * (nextLevel - level);
      }
      level = nextLevel;
      distance = nextDistance;
    }
    return level;
  }

  /** Powers of two, from the last bit of 16 up to half of full scale. */
  private static double threshold(int j) {
    return 1.0 / (1 << (THRESHOLDS - j));
  }
}
