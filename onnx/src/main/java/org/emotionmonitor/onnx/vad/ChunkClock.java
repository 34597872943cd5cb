package org.emotionmonitor.onnx.vad;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Where the model's chunks of 32 ms lie on the clock of the feature frames. Chunk c covers the time
 * from 32 c to 32 (c + 1) ms, at either of the model's rates.
 */
final class ChunkClock {

  static final int CHUNK_MS = 32;

  /**
   * What the model's resampler may lag behind the front end's. The half length of a filter is 3.4
   * ms at most, where the front end's passes the audio through at once.
   */
  private static final int LAG_MS = 4;

  private static final long RATE = FeatureSpec.SAMPLE_RATE;

  private ChunkClock() {}

  /**
   * The chunk whose answer a frame has: the one after that in which its middle lies. The model
   * answers late; so taken, precision and recall are each about a point better.
   */
  static long chunkAt(long frame) {
    long middleTwice = 2 * frame * FeatureSpec.FRAME_SHIFT + FeatureSpec.FRAME_LENGTH;
    return middleTwice * 1_000 / (2 * RATE * CHUNK_MS) + 1;
  }

  /**
   * Chunks that are complete, whatever the leg's rate, as soon as the frame before {@code endFrame}
   * is. It is a matter of positions alone: chunks that happen to be known as well do not count.
   */
  static long complete(long endFrame) {
    long end = (endFrame - 1) * FeatureSpec.FRAME_SHIFT + FeatureSpec.FRAME_LENGTH;
    return Math.max(0, (end * 1_000 - LAG_MS * RATE) / (RATE * CHUNK_MS));
  }
}
