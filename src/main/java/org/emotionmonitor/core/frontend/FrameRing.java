package org.emotionmonitor.core.frontend;

import java.nio.FloatBuffer;
import org.emotionmonitor.core.features.Deltas;
import org.emotionmonitor.core.features.FeatureSpec;

/** The newest frames of a leg: a ring of rows of 205 features, of levels, and of loudness. */
final class FrameRing {

  private static final int WIDTH = FeatureSpec.FEATURES;

  final float[] rows;
  private final float[] levels;
  private final float[] loudness;
  private final int capacity;
  private final long start;
  private final Deltas deltas = new Deltas();
  private long frames;

  FrameRing(int capacity, long start) {
    this.capacity = capacity;
    this.start = start;
    this.frames = start;
    this.rows = new float[Math.multiplyExact(capacity, WIDTH)];
    this.levels = new float[capacity];
    this.loudness = new float[capacity];
  }

  long frames() {
    return frames;
  }

  long firstFrame() {
    return Math.max(start, frames - capacity);
  }

  int offset(long frame) {
    return (int) (frame % capacity) * WIDTH;
  }

  float level(long frame) {
    requireHeld(frame, frame + 1);
    return levels[(int) (frame % capacity)];
  }

  float loudness(long frame) {
    requireHeld(frame, frame + 1);
    return loudness[(int) (frame % capacity)];
  }

  /** The frame whose row was written at {@code offset(frames())} is complete. */
  void push(float level, float loud) {
    int slot = (int) (frames % capacity);
    levels[slot] = level;
    loudness[slot] = loud;
    frames++;
    long centre = frames - 1 - Deltas.REACH;
    if (centre - Deltas.REACH >= firstFrame()) {
      deltas.compute(rows, offset(centre - Deltas.REACH));
    }
  }

  void copy(long from, long to, float[] dst, int off) {
    requireWindow(from, to);
    int first = (int) Math.min(to - from, capacity - from % capacity);
    System.arraycopy(rows, offset(from), dst, off, first * WIDTH);
    int rest = (int) (to - from) - first;
    System.arraycopy(rows, 0, dst, off + first * WIDTH, rest * WIDTH);
    Deltas.edges(dst, off, (int) (to - from));
  }

  void copy(long from, long to, FloatBuffer dst) {
    requireWindow(from, to);
    for (long frame = from; frame < to; frame++) {
      long inner = Math.max(from + Deltas.REACH, Math.min(to - 1 - Deltas.REACH, frame));
      int at = offset(frame);
      dst.put(rows, at, FeatureSpec.MFCC);
      dst.put(rows, offset(inner) + FeatureSpec.MFCC, 2 * FeatureSpec.MFCC);
      dst.put(rows, at + 3 * FeatureSpec.MFCC, WIDTH - 3 * FeatureSpec.MFCC);
    }
  }

  private void requireWindow(long from, long to) {
    requireHeld(from, to);
    if (to - from < FeatureSpec.DELTA_WIDTH) {
      throw new IllegalStateException(
          "a window of %d frames is too short; wait for %d"
              .formatted(to - from, FeatureSpec.DELTA_WIDTH));
    }
  }

  void requireHeld(long from, long to) {
    if (from < firstFrame() || to > frames) {
      throw new IllegalStateException(
          "frames [%d, %d) are not held, only [%d, %d) are; raise the capacity or ask earlier"
              .formatted(from, to, firstFrame(), frames));
    }
  }
}
