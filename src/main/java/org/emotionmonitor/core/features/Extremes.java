package org.emotionmonitor.core.features;

/**
 * The means of the few largest and the few smallest values of a stretch of a spectrum, without
 * sorting it, and without branches that depend on the values: a CPU guesses half of those wrong.
 * Magnitudes are not negative, and so are in the order of their bits. Not thread-safe: it owns its
 * work space.
 */
final class Extremes {

  /** As many values as can be asked for. */
  static final int MOST = 4;

  private static final int BLOCK = 8;
  private static final int BLOCKS = FeatureSpec.BINS / BLOCK;

  /** Largest value of each block of eight, and the complement of the smallest. */
  private final int[] highs = new int[BLOCKS];

  private final int[] lows = new int[BLOCKS];
  private final int[] choice = new int[BLOCKS];
  private final int[] candidates = new int[FeatureSpec.BINS];
  private final int[] top = new int[MOST];
  private double largest;
  private double smallest;

  /** Mean of the largest values of the stretch that was measured last. */
  double largest() {
    return largest;
  }

  /** Mean of the smallest values of the stretch that was measured last. */
  double smallest() {
    return smallest;
  }

  /**
   * Measures the values [from, to), none of them negative.
   *
   * @param take how many are meant by few: 1 to 4, and 1 unless there are at least 32 values
   */
  void measure(float[] values, int from, int to, int take) {
    if (take == 1) {
      one(values, from, to);
      return;
    }
    int blocks = (to - from) / BLOCK;
    for (int block = 0; block < blocks; block++) {
      measure(values, from + block * BLOCK, block);
    }
    largest = mean(values, from, to, highs, blocks, take, 0);
    smallest = mean(values, from, to, lows, blocks, take, ~0);
  }

  private void one(float[] values, int from, int to) {
    int max = 0;
    int min = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      max = Math.max(max, bits);
      min = Math.min(min, bits);
    }
    largest = Float.intBitsToFloat(max);
    smallest = Float.intBitsToFloat(min);
  }

  /** Written out, as a loop over eight values costs more than what is in it. */
  private void measure(float[] values, int at, int block) {
    int b0 = Float.floatToRawIntBits(values[at]);
    int b1 = Float.floatToRawIntBits(values[at + 1]);
    int b2 = Float.floatToRawIntBits(values[at + 2]);
    int b3 = Float.floatToRawIntBits(values[at + 3]);
    int b4 = Float.floatToRawIntBits(values[at + 4]);
    int b5 = Float.floatToRawIntBits(values[at + 5]);
    int b6 = Float.floatToRawIntBits(values[at + 6]);
    int b7 = Float.floatToRawIntBits(values[at + 7]);
    int high = Math.max(Math.max(b0, b1), Math.max(b2, b3));
    int low = Math.min(Math.min(b0, b1), Math.min(b2, b3));
    highs[block] = Math.max(high, Math.max(Math.max(b4, b5), Math.max(b6, b7)));
    lows[block] = ~Math.min(low, Math.min(Math.min(b4, b5), Math.min(b6, b7)));
  }

  /**
   * Of the values, only those that reach the threshold can be among the extremes.
   *
   * @param flip what the bits are exclusive-ored with, so that the largest are looked for
   */
  private double mean(
      float[] values, int from, int to, int[] extremes, int blocks, int take, int flip) {
    int threshold = threshold(extremes, blocks);
    int chosen = 0;
    for (int block = 0; block < blocks; block++) {
      choice[chosen] = from + block * BLOCK;
      chosen += reaches(extremes[block], threshold);
    }
    int count = 0;
    for (int i = 0; i < chosen; i++) {
      count = add(values, choice[i], choice[i] + BLOCK, flip, threshold, count);
    }
    count = add(values, from + blocks * BLOCK, to, flip, threshold, count);
    sort(candidates, count);
    double sum = 0;
    for (int i = 0; i < take; i++) {
      sum += Float.intBitsToFloat(top[i] ^ flip);
    }
    return sum / take;
  }

  /**
   * A bound that at least four values reach: the blocks are dealt out to four, each with a best.
   */
  private static int threshold(int[] extremes, int blocks) {
    int b0 = extremes[0];
    int b1 = extremes[1];
    int b2 = extremes[2];
    int b3 = extremes[3];
    for (int block = 4; block + 3 < blocks; block += 4) {
      b0 = Math.max(b0, extremes[block]);
      b1 = Math.max(b1, extremes[block + 1]);
      b2 = Math.max(b2, extremes[block + 2]);
      b3 = Math.max(b3, extremes[block + 3]);
    }
    return Math.min(Math.min(b0, b1), Math.min(b2, b3));
  }

  /** 1 or 0, of numbers that have the same sign, by arithmetic: no branch can be made of it. */
  private static int reaches(int key, int threshold) {
    return 1 + ((key - threshold) >> 31);
  }

  private int add(float[] values, int from, int to, int flip, int threshold, int count) {
    int next = count;
    for (int i = from; i < to; i++) {
      int key = Float.floatToRawIntBits(values[i]) ^ flip;
      candidates[next] = key;
      next += reaches(key, threshold);
    }
    return next;
  }

  /** Finds the four largest keys: each one sinks below those that are larger. */
  private void sort(int[] keys, int count) {
    int t0 = Integer.MIN_VALUE;
    int t1 = Integer.MIN_VALUE;
    int t2 = Integer.MIN_VALUE;
    int t3 = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      int less = Math.min(t0, key);
      t0 = Math.max(t0, key);
      key = less;
      less = Math.min(t1, key);
      t1 = Math.max(t1, key);
      key = less;
      less = Math.min(t2, key);
      t2 = Math.max(t2, key);
      t3 = Math.max(t3, less);
    }
    top[0] = t0;
    top[1] = t1;
    top[2] = t2;
    top[3] = t3;
  }
}
