package org.emotionmonitor.core.features;

/**
 * First and second differences of the MFCC: Savitzky-Golay derivatives over 9 frames, of a line and
 * of a parabola (Savitzky and Golay 1964), as {@code librosa.feature.delta} with orders 1 and 2. A
 * fitted line has one slope and a fitted parabola one curvature, so the interpolated edges of a
 * window are copies of its fifth and its fifth last frame.
 */
public final class Deltas {

  /** Frames on each side of the one whose differences are computed. */
  public static final int REACH = FeatureSpec.DELTA_WIDTH / 2;

  private static final int DELTA = FeatureSpec.MFCC;
  private static final int DELTA2 = 2 * FeatureSpec.MFCC;
  private static final int COUNT = 2 * FeatureSpec.MFCC;

  private final int[] at = new int[FeatureSpec.DELTA_WIDTH];

  /**
   * Writes the differences of the fifth of nine frames' rows from the MFCC of all nine.
   *
   * @param data whole rows of 205 features, a ring: after the last comes the first
   * @param first offset of the first of the nine
   */
  public void compute(float[] data, int first) {
    int next = first;
    for (int t = 0; t < at.length; t++) {
      at[t] = next;
      next += FeatureSpec.FEATURES;
      next = next == data.length ? 0 : next;
    }
    compute(data, at);
  }

  /** Written out: a line's weights are odd about the middle frame, a parabola's are even. */
  private static void compute(float[] data, int[] at) {
    int a4 = at[0];
    int a3 = at[1];
    int a2 = at[2];
    int a1 = at[3];
    int row = at[4];
    int b1 = at[5];
    int b2 = at[6];
    int b3 = at[7];
    int b4 = at[8];
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      float x4 = data[a4 + k];
      float x3 = data[a3 + k];
      float x2 = data[a2 + k];
      float x1 = data[a1 + k];
      float x0 = data[row + k];
      float y1 = data[b1 + k];
      float y2 = data[b2 + k];
      float y3 = data[b3 + k];
      float y4 = data[b4 + k];
      float slope = (y1 - x1) + 2 * (y2 - x2) + (3 * (y3 - x3) + 4 * (y4 - x4));
      float curvature = 28 * (y4 + x4) + 7 * (y3 + x3) - (8 * (y2 + x2) + 17 * (y1 + x1) + 20 * x0);
      data[row + DELTA + k] = slope * (1f / 60);
      data[row + DELTA2 + k] = curvature * (1f / 462);
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
