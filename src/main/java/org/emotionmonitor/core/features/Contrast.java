package org.emotionmonitor.core.features;

/**
 * Spectral contrast (Jiang et al. 2002) as {@code librosa.feature.spectral_contrast} called on one
 * frame's magnitude spectrum: in each of seven bands, 10 log10 of the mean of the largest 2 % of
 * the bins minus that of the smallest 2 %, each floored at 1e-10 and at 80 dB below the largest of
 * the seven. librosa takes that largest over the whole signal it is given, so it depends on what
 * comes later; a stream needs it per frame.
 */
final class Contrast {

  private static final int BANDS = FeatureSpec.CONTRAST_BANDS;
  private static final double LOWEST_HZ = 200;
  private static final double QUANTILE = 0.02;
  private static final double FLOOR = 1e-10;

  /** 80 dB. */
  private static final double RANGE = 1e-8;

  /** First bin, one past the last bin, and bins that make a peak or a valley. */
  private static final int[] FROM = new int[BANDS];

  private static final int[] TO = new int[BANDS];
  private static final int[] TAKE = new int[BANDS];

  static {
    for (int band = 0; band < BANDS; band++) {
      double low = band == 0 ? 0 : LOWEST_HZ * (1 << (band - 1));
      double high = LOWEST_HZ * (1 << band);
      int from = FeatureSpec.BINS;
      int to = 0;
      for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
        double hz = (double) bin * FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;
        if (hz >= low && hz <= high) {
          from = Math.min(from, bin);
          to = bin + 1;
        }
      }
      boolean last = band == BANDS - 1;
      from = band > 0 ? from - 1 : from;
      to = last ? FeatureSpec.BINS : to;
      TAKE[band] = (int) Math.max(1, Math.rint(QUANTILE * (to - from)));
      FROM[band] = from;
      // The quantile counts the bin at the band's upper edge, but the band is sorted without it.
      TO[band] = last ? to : to - 1;
    }
  }

  private final double[] peaks = new double[BANDS];
  private final double[] valleys = new double[BANDS];
  private final Extremes extremes = new Extremes();

  /** Writes the 7 contrasts in dB of a magnitude spectrum of 513 bins. */
  void apply(float[] magnitude, float[] out, int off) {
    double topPeak = 0;
    double topValley = 0;
    for (int band = 0; band < BANDS; band++) {
      extremes.measure(magnitude, FROM[band], TO[band], TAKE[band]);
      peaks[band] = Math.max(FLOOR, extremes.largest());
      valleys[band] = Math.max(FLOOR, extremes.smallest());
      topPeak = Math.max(topPeak, peaks[band]);
      topValley = Math.max(topValley, valleys[band]);
    }
    for (int band = 0; band < BANDS; band++) {
      double peak = Math.max(peaks[band], topPeak * RANGE);
      double valley = Math.max(valleys[band], topValley * RANGE);
      out[off + band] = (float) Decibels.of(peak / valley);
    }
  }
}
