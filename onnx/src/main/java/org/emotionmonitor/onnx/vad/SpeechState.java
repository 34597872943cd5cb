package org.emotionmonitor.onnx.vad;

import java.util.Arrays;

/** The state of the model's LSTM between two runs of one leg. */
final class SpeechState {

  static final int SIZE = 128;

  final float[] hidden = new float[SIZE];
  final float[] cell = new float[SIZE];

  /** The state before any audio. */
  void reset() {
    Arrays.fill(hidden, 0);
    Arrays.fill(cell, 0);
  }
}
