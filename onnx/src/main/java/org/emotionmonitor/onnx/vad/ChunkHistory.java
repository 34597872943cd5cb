package org.emotionmonitor.onnx.vad;

/** The model's answers for the newest chunks of a leg: a ring. */
final class ChunkHistory {

  /** A chunk lasts 3.2 frames; a window's edges reach into one more each. */
  private static final int FRAMES_PER_CHUNK = 3;

  private static final int SPARE = 4;

  private final float[] ring;
  private final long first;
  private long end;

  /**
   * @param first the first chunk that has an answer
   */
  ChunkHistory(int capacityFrames, long first) {
    this.ring = new float[capacityFrames / FRAMES_PER_CHUNK + SPARE];
    this.first = first;
    this.end = first;
  }

  /** Adds the answers from {@code chunk} on, but for those that are there: the warm-up's. */
  void add(long chunk, float[] answers, int count) {
    for (int i = (int) Math.max(0, end - chunk); i < count; i++) {
      ring[(int) (end % ring.length)] = answers[i];
      end++;
    }
  }

  /**
   * Probability of speech.
   *
   * @throws IllegalStateException if the chunk is not held
   */
  float probability(long chunk) {
    long oldest = Math.max(first, end - ring.length);
    if (chunk < oldest || chunk >= end) {
      throw new IllegalStateException(
          "speech of chunk %d is not held, only of [%d, %d); raise the capacity or ask earlier"
              .formatted(chunk, oldest, end));
    }
    return ring[(int) (chunk % ring.length)];
  }
}
