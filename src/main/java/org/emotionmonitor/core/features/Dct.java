package org.emotionmonitor.core.features;

/** The first 40 coefficients of the orthonormal DCT-II of 64 values. */
final class Dct {

  private static final int N = FeatureSpec.MEL_BANDS;

  /** Transposed: row n holds the 40 factors of value n, so the inner loop runs over outputs. */
  private static final double[][] BASIS = new double[N][FeatureSpec.MFCC];

  static {
    for (int n = 0; n < N; n++) {
      for (int k = 0; k < FeatureSpec.MFCC; k++) {
        double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / N);
        BASIS[n][k] = scale * Math.cos(Math.PI * k * (2 * n + 1) / (2.0 * N));
      }
    }
  }

  private Dct() {}

  /** Writes the 40 coefficients of {@code x[0..63]}. */
  static void apply(double[] x, double[] out) {
    java.util.Arrays.fill(out, 0, FeatureSpec.MFCC, 0);
    for (int n = 0; n < N; n++) {
      double[] row = BASIS[n];
      double value = x[n];
      for (int k = 0; k < FeatureSpec.MFCC; k++) {
        out[k] += value * row[k];
      }
    }
  }
}
