package org.emotionmonitor.trainer.data;

/**
 * Consecutive frames averaged into one step of the network. Frames overlap and neighbours say
 * nearly the same: with fewer steps a recurrent layer costs less, and has less far to carry its
 * state.
 *
 * @param frames per step; the last step of a window may have fewer
 */
public record Steps(int frames) {

  /** One step per frame. */
  public static final Steps EACH = new Steps(1);

  /**
   * @throws IllegalArgumentException if {@code frames} is below 1
   */
  public Steps {
    if (frames < 1) {
      throw new IllegalArgumentException(
          "frames per step is %d, expected 1 or more".formatted(frames));
    }
  }

  /** Steps of a window. */
  public int count(int windowFrames) {
    return (windowFrames + frames - 1) / frames;
  }

  /** Writes a step's mean of {@code values} [windowFrames][width] to {@code out} at {@code at}. */
  void average(float[] values, int windowFrames, int width, int step, float[] out, int at) {
    int from = step * frames;
    int to = Math.min(windowFrames, from + frames);
    for (int d = 0; d < width; d++) {
      float sum = 0;
      for (int t = from; t < to; t++) {
        sum += values[t * width + d];
      }
      out[at + d] = sum / (to - from);
    }
  }

  /** Each frame's share of its step's weight: the frames of a window sum to what its steps do. */
  public float[] spread(float[] weights, int windowFrames) {
    float[] spread = new float[windowFrames];
    for (int t = 0; t < windowFrames; t++) {
      int from = t - t % frames;
      spread[t] = weights[t / frames] / (Math.min(windowFrames, from + frames) - from);
    }
    return spread;
  }
}
