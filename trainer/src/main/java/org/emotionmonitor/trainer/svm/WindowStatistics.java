package org.emotionmonitor.trainer.svm;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * One vector of a window: mean, deviation, and the 10th, 50th and 90th percentile of each feature
 * over its frames.
 */
final class WindowStatistics {

  private static final double[] PERCENTILES = {0.1, 0.5, 0.9};

  /** Numbers per window. */
  static final int SIZE = (2 + PERCENTILES.length) * FeatureSpec.FEATURES;

  private WindowStatistics() {}

  /** Of features [frames][205]; [SIZE], statistic by statistic. */
  static double[] of(float[] features) {
    int width = FeatureSpec.FEATURES;
    int frames = features.length / width;
    double[] out = new double[SIZE];
    float[] column = new float[frames];
    for (int d = 0; d < width; d++) {
      double sum = 0;
      for (int t = 0; t < frames; t++) {
        column[t] = features[t * width + d];
        sum += column[t];
      }
      double mean = sum / frames;
      double squares = 0;
      for (float x : column) {
        squares += (x - mean) * (x - mean);
      }
      out[d] = mean;
      out[width + d] = Math.sqrt(squares / frames);
      Arrays.sort(column);
      for (int p = 0; p < PERCENTILES.length; p++) {
        out[(2 + p) * width + d] = column[(int) Math.round(PERCENTILES[p] * (frames - 1))];
      }
    }
    return out;
  }
}
