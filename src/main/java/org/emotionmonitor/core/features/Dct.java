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
    for (int n = 0; n < N; n += 4) {
      add(
          x[n],
          BASIS[n],
          x[n + 1],
          BASIS[n + 1],
          x[n + 2],
          BASIS[n + 2],
          x[n + 3],
          BASIS[n + 3],
          out);
    }
  }

  /** Four values at a time, so that the sums are loaded and stored a quarter as often. */
  private static void add(
      double x0,
      double[] b0,
      double x1,
      double[] b1,
      double x2,
      double[] b2,
      double x3,
      double[] b3,
      double[] out) {
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      out[k] = out[k] + x0 * b0[k] + x1 * b1[k] + x2 * b2[k] + x3 * b3[k];
    }
  }
}
