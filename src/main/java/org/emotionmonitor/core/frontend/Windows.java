package org.emotionmonitor.core.frontend;

import org.emotionmonitor.core.features.FeatureSpec;

/** Where windows lie in a leg's audio. Frame k covers samples [220 k, 220 k + 551) at 22,050 Hz. */
public final class Windows {

  private Windows() {}

  /**
   * Frames of the window that ends before {@code endFrame}: 600, or fewer at the leg's beginning.
   */
  public static int frames(long endFrame) {
    return (int) Math.min(FeatureSpec.WINDOW_FRAMES, endFrame);
  }

  /** Millisecond of the leg's audio at which a window of {@code t} frames begins. */
  public static long startMs(long endFrame, int t) {
    return ms((endFrame - t) * FeatureSpec.FRAME_SHIFT);
  }

  /** Millisecond of the leg's audio at which the window's last frame ends. */
  public static long endMs(long endFrame) {
    return ms((endFrame - 1) * FeatureSpec.FRAME_SHIFT + FeatureSpec.FRAME_LENGTH);
  }

  /** Frames of a hop of that many seconds, the nearest whole number. */
  public static int framesPerHop(double seconds) {
    return (int) Math.round(seconds * FeatureSpec.SAMPLE_RATE / FeatureSpec.FRAME_SHIFT);
  }

  private static long ms(long samples) {
    return Math.round(samples * 1_000.0 / FeatureSpec.SAMPLE_RATE);
  }
}
