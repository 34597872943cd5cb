package org.emotionmonitor.core.frontend;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Clipped samples of the newest frames. A sample counts as clipped if it is near full scale (as the
 * largest values of µ-law and A-law are) and equals the one before it. Frame k counts the input
 * samples from its first to that of the next frame.
 */
final class ClippingRing {

  private static final float NEAR_FULL_SCALE = 0.97f;

  /** Frames that can have begun, but not ended, when a sample comes in. */
  private static final int AHEAD = 8;

  private final int[] counts;
  private final long frameTicks;
  private final long sampleTicks;
  private long position;
  private long frame;
  private float previous;

  ClippingRing(int capacityFrames, int sampleRate, long position) {
    // A tick is 1 / (22,050 rate) s, so both steps are whole numbers of ticks.
    this.frameTicks = (long) FeatureSpec.FRAME_SHIFT * sampleRate;
    this.sampleTicks = FeatureSpec.SAMPLE_RATE;
    this.counts = new int[capacityFrames + AHEAD];
    this.position = position;
    this.frame = position * sampleTicks / frameTicks;
  }

  void accept(float[] samples, int off, int len) {
    int at = off;
    int end = off + len;
    while (at < end) {
      long nextFrame = -Math.floorDiv(-(frame + 1) * frameTicks, sampleTicks);
      int stop = (int) Math.min(end, at + nextFrame - position);
      int clipped = 0;
      for (int i = at; i < stop; i++) {
        float x = samples[i];
        if (Math.abs(x) >= NEAR_FULL_SCALE && x == previous) {
          clipped++;
        }
        previous = x;
      }
      counts[(int) (frame % counts.length)] += clipped;
      position += stop - at;
      at = stop;
      if (position == nextFrame) {
        frame++;
        counts[(int) (frame % counts.length)] = 0;
      }
    }
  }

  /** Share of the input samples of frames [from, to) that are clipped. */
  double share(long from, long to) {
    long clipped = 0;
    for (long k = from; k < to; k++) {
      clipped += counts[(int) (k % counts.length)];
    }
    return clipped / ((double) (to - from) * frameTicks / sampleTicks);
  }
}
