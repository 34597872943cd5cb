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

  /** Blocks in which the envelope is above each threshold, or was within the hangover. */
  private static int[] active(Envelope envelope) {
    double g = Math.exp(-1 / (envelope.rate() * TIME_CONSTANT_S));
    int hangover = (int) Math.ceil(HANGOVER_S * envelope.rate());
    int[] active = new int[THRESHOLDS];
    int[] since = new int[THRESHOLDS];
    java.util.Arrays.fill(since, hangover);
    double p = 0;
    double q = 0;
    for (float magnitude : envelope.magnitudes()) {
      p = g * p + (1 - g) * magnitude;
      q = g * q + (1 - g) * p;
      for (int j = 0; j < THRESHOLDS; j++) {
        if (q >= threshold(j)) {
          since[j] = 0;
          active[j]++;
        } else if (since[j] < hangover) {
          since[j]++;
          active[j]++;
        }
      }
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

  /** Halving from half of full scale down to the last bit of 16. */
  private static double threshold(int j) {
    return 1.0 / (1 << (THRESHOLDS - j));
  }
}
