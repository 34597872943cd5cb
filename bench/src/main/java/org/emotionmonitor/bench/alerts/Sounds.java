package org.emotionmonitor.bench.alerts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Sounds of a telephone line that are not speech, at 8 kHz. */
final class Sounds {

  private static final int RATE = 8_000;
  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};
  private static final double LEVEL = 0.2;

  private Sounds() {}

  static Map<String, float[]> all(int seconds, long seed) {
    Map<String, float[]> sounds = new LinkedHashMap<>();
    sounds.put("digital silence", new float[seconds * RATE]);
    sounds.put("DTMF", dtmf(seconds, seed));
    sounds.put("ring-back, 425 Hz", ringBack(seconds, 425, 425, 1, 4));
    sounds.put("ring-back, 440 + 480 Hz", ringBack(seconds, 440, 480, 2, 4));
    sounds.put("white noise", white(seconds, seed));
    return sounds;
  }

  /** Keys of 0.1 to 0.3 s with pauses of 0.1 to 1 s. */
  private static float[] dtmf(int seconds, long seed) {
    Random random = new Random(seed);
    float[] out = new float[seconds * RATE];
    int at = 0;
    while (at < out.length) {
      int row = ROWS[random.nextInt(ROWS.length)];
      int column = COLUMNS[random.nextInt(COLUMNS.length)];
      int end = Math.min(out.length, at + (int) (RATE * (0.1 + 0.2 * random.nextDouble())));
      for (; at < end; at++) {
        out[at] = (float) (LEVEL * (sine(row, at) + sine(column, at)));
      }
      at += (int) (RATE * (0.1 + 0.9 * random.nextDouble()));
    }
    return out;
  }

  private static float[] ringBack(int seconds, int first, int second, int on, int off) {
    float[] out = new float[seconds * RATE];
    for (int i = 0; i < out.length; i++) {
      boolean rings = i / RATE % (on + off) < on;
      out[i] = rings ? (float) (LEVEL * (sine(first, i) + sine(second, i)) / 2) : 0;
    }
    return out;
  }

  private static float[] white(int seconds, long seed) {
    Random random = new Random(seed);
    float[] out = new float[seconds * RATE];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.max(-1, Math.min(1, 0.1 * random.nextGaussian()));
    }
    return out;
  }

  private static double sine(int hertz, int sample) {
    return Math.sin(2 * Math.PI * hertz * sample / RATE);
  }
}
