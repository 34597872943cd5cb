package org.emotionmonitor.core.features;

import java.util.Arrays;

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
  private static final double RANGE_DB = 80;

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
  private final double[] largest = new double[8];
  private final double[] smallest = new double[8];

  /** Writes the 7 contrasts in dB of a magnitude spectrum of 513 bins. */
  void apply(double[] magnitude, float[] out, int off) {
    double topPeak = 0;
    double topValley = 0;
    for (int band = 0; band < BANDS; band++) {
      select(magnitude, FROM[band], TO[band], TAKE[band]);
      peaks[band] = Math.max(FLOOR, mean(largest, TAKE[band]));
      valleys[band] = Math.max(FLOOR, mean(smallest, TAKE[band]));
      topPeak = Math.max(topPeak, peaks[band]);
      topValley = Math.max(topValley, valleys[band]);
    }
    double range = Math.pow(10, -RANGE_DB / 10);
    for (int band = 0; band < BANDS; band++) {
      double peak = Math.max(peaks[band], topPeak * range);
      double valley = Math.max(valleys[band], topValley * range);
      out[off + band] = (float) (10 * Math.log10(peak / valley));
    }
  }

  /** Finds the band's largest and smallest bins in one pass, without sorting it. */
  private void select(double[] magnitude, int from, int to, int take) {
    Arrays.fill(largest, 0, take, -1);
    Arrays.fill(smallest, 0, take, Double.MAX_VALUE);
    double least = -1;
    double most = Double.MAX_VALUE;
    for (int bin = from; bin < to; bin++) {
      double value = magnitude[bin];
      if (value > least) {
        least = insert(largest, take, value, 1);
      }
      if (value < most) {
        most = -insert(smallest, take, -value, -1);
      }
    }
  }

  /**
   * Inserts into a short list that ascends if {@code sign} is 1 and descends if it is -1, whose
   * first value drops out.
   *
   * @param signed the value times the sign
   * @return the new first value times the sign
   */
  private static double insert(double[] list, int take, double signed, int sign) {
    int i = 0;
    for (; i + 1 < take && sign * list[i + 1] < signed; i++) {
      list[i] = list[i + 1];
    }
    list[i] = sign * signed;
    return sign * list[0];
  }

  private static double mean(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum / count;
  }
}
