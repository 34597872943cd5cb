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

  private final double[] first = new double[FeatureSpec.MFCC];
  private final double[] second = new double[FeatureSpec.MFCC];

  /** Where the rows of 205 features are kept. */
  @FunctionalInterface
  public interface Rows {
    /** Offset of a frame's row. */
    int offset(long frame);
  }

  /** Writes the differences of one frame from the MFCC of the frames 4 before to 4 after it. */
  public void compute(float[] data, Rows rows, long frame) {
    java.util.Arrays.fill(first, 0);
    java.util.Arrays.fill(second, 0);
    for (int t = -REACH; t <= REACH; t++) {
      int at = rows.offset(frame + t);
      double slope = t / 60.0;
      double curvature = (3 * t * t - 20) / 462.0;
      for (int k = 0; k < FeatureSpec.MFCC; k++) {
        double value = data[at + k];
        first[k] += slope * value;
        second[k] += curvature * value;
      }
    }
    int row = rows.offset(frame);
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      data[row + DELTA + k] = (float) first[k];
      data[row + DELTA2 + k] = (float) second[k];
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
