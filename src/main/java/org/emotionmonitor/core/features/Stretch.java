package org.emotionmonitor.core.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring bins of a spectrum that have a weight each. */
final class Stretch {

  private final int from;
  private final double[] weights;

  private Stretch(int from, double[] weights) {
    this.from = from;
    this.weights = weights;
  }

  /** The stretches of bins whose weight is not zero. */
  static Stretch[] of(double[] weights) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int bin = 0; bin <= weights.length; bin++) {
      if (bin == weights.length || weights[bin] == 0) {
        if (bin > from) {
          stretches.add(new Stretch(from, Arrays.copyOfRange(weights, from, bin)));
        }
        from = bin + 1;
      }
    }
    return stretches.toArray(new Stretch[0]);
  }

  /** The weighted sum; four sums side by side, as one alone would wait for its own additions. */
  double sum(double[] spectrum) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int n = weights.length;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += weights[i] * spectrum[from + i];
      s1 += weights[i + 1] * spectrum[from + i + 1];
      s2 += weights[i + 2] * spectrum[from + i + 2];
      s3 += weights[i + 3] * spectrum[from + i + 3];
    }
    for (; i < n; i++) {
      s0 += weights[i] * spectrum[from + i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
