package org.emotionmonitor.onnx.vad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.audio.Resampler;

/** Speech of two synthetic voices with pauses, and sounds that are none. */
final class Signals {

  /** Seconds in which the voices speak; made by tools/silero/speech.sh. */
  static final double[][] SPOKEN = {{1.55, 2.2}, {2.65, 5.7}, {8.2, 9.4}, {9.8, 11.2}};

  private static final float[] SPEECH_16K = load();

  private Signals() {}

  /** The speech at a rate from 8 to 48 kHz. */
  static float[] speech(int rate) {
    float[] out = new float[(int) Math.ceil(SPEECH_16K.length * (double) rate / 16_000)];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            16_000,
            rate,
            0,
            (in, off, n) -> {
              System.arraycopy(in, off, out, count[0], n);
              count[0] += n;
            });
    resampler.accept(SPEECH_16K, 0, SPEECH_16K.length);
    resampler.finish();
    return out;
  }

  /** A signal as it comes out of a telephone line's codec. */
  static float[] telephone(float[] in) {
    byte[] bytes = new byte[in.length];
    Encoding.PCMU.encode(in, 0, in.length, bytes, 0);
    float[] out = new float[in.length];
    Encoding.PCMU.decode(bytes, 0, bytes.length, out, 0);
    return out;
  }

  static float[] noise(int samples, double rms, long seed) {
    Random random = new Random(seed);
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      out[i] = (float) (rms * random.nextGaussian());
    }
    return out;
  }

  /** The sum of sines of the same amplitude. */
  static float[] tones(int rate, int samples, double amplitude, double... hz) {
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      for (double f : hz) {
        out[i] += (float) (amplitude * Math.sin(2 * Math.PI * f * i / rate));
      }
    }
    return out;
  }

  private static float[] load() {
    try (InputStream in = Signals.class.getResourceAsStream("speech.flac")) {
      Path file = Files.createTempFile("speech", ".flac");
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return AudioFile.readAll(file)[0];
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
