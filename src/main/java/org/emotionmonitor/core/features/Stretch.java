package org.emotionmonitor.core.features;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring bins of a spectrum that have a weight each. */
final class Stretch {

  /** Bins that are added side by side, as one sum alone would wait for its own additions. */
  private static final int STEP = 8;

  private final int from;

  /** Zeros make it a whole number of steps. */
  private final float[] weights;

  private Stretch(float[] all, int first, int end) {
    int length = (end - first + STEP - 1) / STEP * STEP;
    from = Math.min(first, all.length - length);
    weights = new float[length];
    System.arraycopy(all, first, weights, first - from, end - first);
  }

  /** The stretches of bins whose weight is not zero. */
  static Stretch[] of(float[] weights) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int bin = 0; bin <= weights.length; bin++) {
      if (bin == weights.length || weights[bin] == 0) {
        if (bin > from) {
          stretches.add(new Stretch(weights, from, bin));
        }
        from = bin + 1;
      }
    }
    return stretches.toArray(new Stretch[0]);
  }

  /** The weighted sum. */
  float sum(float[] spectrum) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = 0; i < weights.length; i += STEP) {
      int bin = from + i;
      s0 += weights[i] * spectrum[bin] + weights[i + 4] * spectrum[bin + 4];
      s1 += weights[i + 1] * spectrum[bin + 1] + weights[i + 5] * spectrum[bin + 5];
      s2 += weights[i + 2] * spectrum[bin + 2] + weights[i + 6] * spectrum[bin + 6];
      s3 += weights[i + 3] * spectrum[bin + 3] + weights[i + 7] * spectrum[bin + 7];
    }
    return s0 + s1 + (s2 + s3);
  }
}
