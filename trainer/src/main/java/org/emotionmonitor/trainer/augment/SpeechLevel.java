package org.emotionmonitor.trainer.augment;

import org.emotionmonitor.core.frontend.Envelope;
import org.emotionmonitor.core.level.ActiveLevel;

/** Measures the active speech level (ITU-T P.56) of whole recordings. */
public final class SpeechLevel {

  private static final int BLOCKS_PER_SECOND = 1_000;

  private SpeechLevel() {}

  /** In dB re full scale; NaN of silence. */
  public static double of(float[] samples, int sampleRate) {
    int block = Math.max(1, sampleRate / BLOCKS_PER_SECOND);
    float[] magnitudes = new float[samples.length / block];
    float[] squares = new float[magnitudes.length];
    for (int i = 0; i < magnitudes.length; i++) {
      double magnitude = 0;
      double square = 0;
      for (int j = i * block; j < (i + 1) * block; j++) {
        magnitude += Math.abs(samples[j]);
        square += (double) samples[j] * samples[j];
      }
      magnitudes[i] = (float) (magnitude / block);
      squares[i] = (float) (square / block);
    }
    return ActiveLevel.of(new Envelope(magnitudes, squares, sampleRate / (double) block)).dbov();
  }
}
