package org.emotionmonitor.trainer.data;

import java.util.List;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.progress.Progress;

/**
 * Mean and deviation per feature over all frames of the training examples.
 *
 * @param mean [205]
 * @param std [205], at least {@code 1e-3} so that a constant feature stays finite
 */
public record Normalization(float[] mean, float[] std) {

  private static final double SMALLEST = 1e-3;

  /** One pass over the files, one file in memory at a time. */
  public static Normalization of(List<Example> examples, Progress progress) {
    double[] sum = new double[FeatureSpec.FEATURES];
    double[] squares = new double[FeatureSpec.FEATURES];
    long frames = 0;
    for (Example example : examples) {
      float[] features = FeatureFile.read(example.features());
      for (int i = 0; i < features.length; i++) {
        int d = i % FeatureSpec.FEATURES;
        sum[d] += features[i];
        squares[d] += (double) features[i] * features[i];
      }
      frames += example.frames();
      progress.step();
    }
    float[] mean = new float[sum.length];
    float[] std = new float[sum.length];
    for (int d = 0; d < sum.length; d++) {
      double m = sum[d] / frames;
      mean[d] = (float) m;
      std[d] = (float) Math.max(SMALLEST, Math.sqrt(Math.max(0, squares[d] / frames - m * m)));
    }
    return new Normalization(mean, std);
  }

  /** Normalizes one frame of {@code from} into {@code to} at {@code at}. */
  void apply(float[] from, int frame, float[] to, int at) {
    int base = frame * FeatureSpec.FEATURES;
    for (int d = 0; d < mean.length; d++) {
      to[at + d] = (from[base + d] - mean[d]) / std[d];
    }
  }
}
