package org.emotionmonitor.core.features;

/**
 * First and second differences of the MFCC: Savitzky-Golay derivatives over 9 frames, of a line and
 * of a parabola (Savitzky and Golay 1964), as {@code librosa.feature.delta} with orders 1 and 2. A
 * fitted line has one slope and a fitted parabola one curvature, so the interpolated edges of a
 * window are copies of its fifth and its fifth last frame. Not thread-safe: it owns its work space.
 */
public final class Deltas {

  /** Frames on each side of the one whose differences are computed. */
  public static final int REACH = FeatureSpec.DELTA_WIDTH / 2;

  private static final int DELTA = FeatureSpec.MFCC;
  private static final int DELTA2 = 2 * FeatureSpec.MFCC;
  private static final int COUNT = 2 * FeatureSpec.MFCC;

  private final float[][] mfcc = new float[FeatureSpec.DELTA_WIDTH][FeatureSpec.MFCC];
  private final float[] slope = new float[FeatureSpec.MFCC];
  private final float[] curvature = new float[FeatureSpec.MFCC];

  /**
   * Writes the differences of the fifth of nine frames' rows from the MFCC of all nine.
   *
   * @param data whole rows of 205 features, a ring: after the last comes the first
   * @param first offset of the first of the nine
   */
  public void compute(float[] data, int first) {
    int row = 0;
    int next = first;
    for (int t = 0; t < mfcc.length; t++) {
      System.arraycopy(data, next, mfcc[t], 0, FeatureSpec.MFCC);
      row = t == REACH ? next : row;
      next += FeatureSpec.FEATURES;
      next = next == data.length ? 0 : next;
    }
    fit(
        mfcc[0], mfcc[1], mfcc[2], mfcc[3], mfcc[4], mfcc[5], mfcc[6], mfcc[7], mfcc[8], slope,
        curvature);
    System.arraycopy(slope, 0, data, row + DELTA, FeatureSpec.MFCC);
    System.arraycopy(curvature, 0, data, row + DELTA2, FeatureSpec.MFCC);
  }

  /**
   * A line's weights are odd about the middle frame, a parabola's are even. Arrays with one index
   * are what the JIT vectorizes; that pays for their copies.
   */
  private static void fit(
      float[] x4,
      float[] x3,
      float[] x2,
      float[] x1,
      float[] x0,
      float[] y1,
      float[] y2,
      float[] y3,
      float[] y4,
      float[] slope,
      float[] curvature) {
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      float line = (y1[k] - x1[k]) + 2 * (y2[k] - x2[k]);
      slope[k] = (line + (3 * (y3[k] - x3[k]) + 4 * (y4[k] - x4[k]))) * (1f / 60);
      float ends = 28 * (y4[k] + x4[k]) + 7 * (y3[k] + x3[k]);
      float middle = 8 * (y2[k] + x2[k]) + 17 * (y1[k] + x1[k]) + 20 * x0[k];
      curvature[k] = (ends - middle) * (1f / 462);
    }
  }

  /**
   * Gives the first and the last four frames of a window of {@code frames} rows from {@code off} on
   * their interpolated differences.
   */
  public static void edges(float[] window, int off, int frames) {
    for (int i = 0; i < REACH; i++) {
      copy(window, off, REACH, i);
      copy(window, off, frames - 1 - REACH, frames - 1 - i);
    }
  }

  private static void copy(float[] window, int off, int from, int to) {
    System.arraycopy(
        window,
        off + from * FeatureSpec.FEATURES + DELTA,
        window,
        off + to * FeatureSpec.FEATURES + DELTA,
        COUNT);
  }
}
