package org.emotionmonitor.trainer.layers;

/**
 * One batch of padded sequences, time-major.
 *
 * @param inputs [steps][batch][channels]
 * @param mask [steps][batch], 0 where a step is padding; null if none is
 */
record Sequences(NativeFloats inputs, int steps, int batch, float[] mask) {

  int rows() {
    return steps * batch;
  }

  boolean isPadding(int step, int item) {
    return mask != null && mask[step * batch + item] == 0f;
  }
}
