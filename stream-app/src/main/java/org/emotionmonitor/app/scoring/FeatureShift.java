package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * How far the features' means have moved from the training's: a mean over about the last thousand
 * windows that were looked at, with exponentially falling weight. Thread-safe.
 */
final class FeatureShift {

  /** Windows after which an old one's weight has fallen to 1/e. */
  private static final int MEMORY = 1_000;

  /** Fewer would tell of a few voices, not of the calls. */
  private static final int ENOUGH = 200;

  private final TrainingReference reference;
  private final double[] means = new double[FeatureSpec.FEATURES];
  private final double[] window = new double[FeatureSpec.FEATURES];
  private int seen;

  /**
   * @param reference must have means and deviations
   */
  FeatureShift(TrainingReference reference) {
    this.reference = reference;
  }

  /** Takes in a window: {@code frames} rows of 205 from index {@code from}. */
  synchronized void add(FloatBuffer features, int from, int frames) {
    java.util.Arrays.fill(window, 0);
    int at = from;
    for (int frame = 0; frame < frames; frame++) {
      for (int f = 0; f < window.length; f++) {
        window[f] += features.get(at++);
      }
    }
    seen++;
    double weight = Math.max(1.0 / seen, 1.0 / MEMORY);
    for (int f = 0; f < window.length; f++) {
      means[f] += weight * (window[f] / frames - means[f]);
    }
  }

  /** Largest shift within a group, in standard deviations; 0 until enough windows were seen. */
  synchronized double of(FeatureGroup group) {
    double largest = 0;
    for (int f = group.from; f < group.to && seen >= ENOUGH; f++) {
      double deviation = Math.max(reference.deviations()[f], 1e-6);
      largest = Math.max(largest, Math.abs(means[f] - reference.means()[f]) / deviation);
    }
    return largest;
  }
}
