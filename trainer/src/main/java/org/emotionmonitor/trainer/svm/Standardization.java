package org.emotionmonitor.trainer.svm;

import java.util.List;

/**
 * Mean and deviation per number over the training vectors.
 *
 * @param std 1 where a number never varies
 */
record Standardization(double[] mean, double[] std) {

  static Standardization of(List<double[]> vectors) {
    int size = vectors.get(0).length;
    double[] mean = new double[size];
    double[] std = new double[size];
    for (int d = 0; d < size; d++) {
      double sum = 0;
      double squares = 0;
      for (double[] v : vectors) {
        sum += v[d];
      }
      mean[d] = sum / vectors.size();
      for (double[] v : vectors) {
        squares += (v[d] - mean[d]) * (v[d] - mean[d]);
      }
      double deviation = Math.sqrt(squares / vectors.size());
      std[d] = deviation > 1e-9 ? deviation : 1;
    }
    return new Standardization(mean, std);
  }

  double[] apply(double[] vector) {
    double[] out = new double[vector.length];
    for (int d = 0; d < out.length; d++) {
      out[d] = (vector[d] - mean[d]) / std[d];
    }
    return out;
  }
}
