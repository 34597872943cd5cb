package org.emotionmonitor.bench.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.emotionmonitor.core.audio.AudioFile;

/** Audio to measure with: a file's first channel, or ten seconds of syllables of noise and tone. */
final class TestAudio {

  static final int RATE = 8_000;

  private TestAudio() {}

  /** 8 kHz samples of the file, or made ones if the path is empty. */
  static float[] load(String path) {
    if (path.isEmpty()) {
      return made(10 * RATE);
    }
    try {
      try (AudioFile file = AudioFile.open(Path.of(path))) {
        if (file.sampleRate() != RATE) {
          throw new IllegalArgumentException(path + " has " + file.sampleRate() + " Hz, need 8000");
        }
      }
      return AudioFile.readAll(Path.of(path))[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] made(int samples) {
    Random random = new Random(1);
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      double t = i / (double) RATE;
      double envelope = Math.max(0, Math.sin(2 * Math.PI * 2 * t) + 0.4);
      double tone = 0;
      for (int harmonic = 1; harmonic < 20; harmonic++) {
        tone += Math.sin(2 * Math.PI * 140 * harmonic * t) / harmonic;
      }
      out[i] = (float) (0.1 * envelope * tone + 0.003 * random.nextGaussian());
    }
    return out;
  }
}
