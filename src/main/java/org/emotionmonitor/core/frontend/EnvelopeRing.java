package org.emotionmonitor.core.frontend;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * The newest frames' envelope, for what needs finer steps than frames: mean magnitude and mean
 * square of blocks of 22 samples (1 ms), ten to a frame's shift. Block b covers samples [22 b, 22 b
 * + 22).
 */
final class EnvelopeRing {

  private final int capacity;
  private final float[] magnitudes;
  private final float[] squares;

  EnvelopeRing(int capacityFrames) {
    capacity = capacityFrames;
    magnitudes = new float[Math.multiplyExact(capacityFrames, Envelope.BLOCKS_PER_FRAME)];
    squares = new float[magnitudes.length];
  }

  /** Keeps the ten blocks at the beginning of a frame, whose samples begin at {@code off}. */
  void put(long frame, float[] samples, int off) {
    int to = (int) (frame % capacity) * Envelope.BLOCKS_PER_FRAME;
    for (int block = 0; block < Envelope.BLOCKS_PER_FRAME; block += 2) {
      put(samples, off + block * Envelope.BLOCK, to + block);
    }
  }

  /** Two blocks side by side, as one sum alone would wait for its own additions. */
  private void put(float[] samples, int off, int to) {
    float sum = 0;
    float square = 0;
    float nextSum = 0;
    float nextSquare = 0;
    for (int i = off; i < off + Envelope.BLOCK; i++) {
      float x = samples[i];
      float y = samples[i + Envelope.BLOCK];
      sum += Math.abs(x);
      square += x * x;
      nextSum += Math.abs(y);
      nextSquare += y * y;
    }
    magnitudes[to] = sum / Envelope.BLOCK;
    squares[to] = square / Envelope.BLOCK;
    magnitudes[to + 1] = nextSum / Envelope.BLOCK;
    squares[to + 1] = nextSquare / Envelope.BLOCK;
  }

  /** The envelope of frames [from, to), which must be held. */
  Envelope copy(long from, long to) {
    int frames = (int) (to - from);
    float[] m = new float[frames * Envelope.BLOCKS_PER_FRAME];
    float[] s = new float[m.length];
    for (int i = 0; i < frames; i++) {
      int at = (int) ((from + i) % capacity) * Envelope.BLOCKS_PER_FRAME;
      int to0 = i * Envelope.BLOCKS_PER_FRAME;
      System.arraycopy(magnitudes, at, m, to0, Envelope.BLOCKS_PER_FRAME);
      System.arraycopy(squares, at, s, to0, Envelope.BLOCKS_PER_FRAME);
    }
    return new Envelope(m, s, FeatureSpec.SAMPLE_RATE / (double) Envelope.BLOCK);
  }
}
