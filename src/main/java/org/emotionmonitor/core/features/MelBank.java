package org.emotionmonitor.core.features;

/**
 * Mel filter bank with Slaney's scale and area norm (Slaney 1998, Auditory Toolbox), as {@code
 * librosa.filters.mel}: 64 triangles from 0 to 11,025 Hz over 513 bins. Weights are rounded to
 * float, as librosa's are.
 */
final class MelBank {

  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double LOG_FROM_HZ = 1_000;
  private static final double LOG_FROM_MEL = LOG_FROM_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  private static final Stretch[] TRIANGLES = new Stretch[FeatureSpec.MEL_BANDS];

  static {
    double[] edges = new double[FeatureSpec.MEL_BANDS + 2];
    double top = toMel(FeatureSpec.SAMPLE_RATE / 2.0);
    for (int i = 0; i < edges.length; i++) {
      edges[i] = toHz(top * i / (edges.length - 1));
    }
    for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
      TRIANGLES[band] = triangle(edges[band], edges[band + 1], edges[band + 2]);
    }
  }

  private MelBank() {}

  private static Stretch triangle(double low, double mid, double high) {
    float[] weights = new float[FeatureSpec.BINS];
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      double hz = (double) bin * FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;
      double weight = Math.min((hz - low) / (mid - low), (high - hz) / (high - mid));
      if (weight > 0) {
        // librosa rounds the triangle to float, scales it, and rounds it again.
        weights[bin] = (float) ((float) weight * (2 / (high - low)));
      }
    }
    return Stretch.of(weights)[0];
  }

  /** Writes the 64 band powers of a power spectrum of 513 bins. */
  static void apply(float[] power, double[] bands) {
    for (int band = 0; band < TRIANGLES.length; band++) {
      bands[band] = TRIANGLES[band].sum(power);
    }
  }

  /** Centre frequency of a band in Hz. */
  static double centreHz(int band) {
    double top = toMel(FeatureSpec.SAMPLE_RATE / 2.0);
    return toHz(top * (band + 1) / (FeatureSpec.MEL_BANDS + 1));
  }

  private static double toMel(double hz) {
    return hz < LOG_FROM_HZ
        ? hz / HZ_PER_MEL
        : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
  }

  private static double toHz(double mel) {
    return mel < LOG_FROM_MEL
        ? mel * HZ_PER_MEL
        : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
  }
}
