package org.emotionmonitor.core.frontend;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * A stretch of audio in blocks: mean magnitude and mean square of each.
 *
 * @param magnitudes [blocks]
 * @param squares [blocks]
 * @param rate blocks per second
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers that is never compared
public record Envelope(float[] magnitudes, float[] squares, double rate) {

  /** Samples of a block at 22,050 Hz. */
  public static final int BLOCK = 22;

  /** Blocks from one frame to the next. */
  public static final int BLOCKS_PER_FRAME = FeatureSpec.FRAME_SHIFT / BLOCK;
}
