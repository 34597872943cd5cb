package org.emotionmonitor.app.topology;

import org.emotionmonitor.core.audio.Encoding;

/** Sounds that the speech gate takes for speech: tones in syllables, with pauses between them. */
public final class TestVoice {

  private TestVoice() {}

  /** {@code seconds} of syllables, encoded. */
  public static byte[] speech(Encoding encoding, int sampleRate, double seconds) {
    float[] samples = new float[(int) (seconds * sampleRate)];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / sampleRate;
      double pitch = 140 + 60 * Math.sin(2 * Math.PI * 0.3 * t);
      double syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * t));
      double wave =
          Math.sin(2 * Math.PI * pitch * t) + 0.5 * Math.sin(2 * Math.PI * 3.1 * pitch * t);
      samples[i] = (float) (0.2 * syllable * wave);
    }
    return encode(encoding, samples);
  }

  /** {@code seconds} of digital silence, encoded. */
  public static byte[] silence(Encoding encoding, int sampleRate, double seconds) {
    return encode(encoding, new float[(int) (seconds * sampleRate)]);
  }

  private static byte[] encode(Encoding encoding, float[] samples) {
    byte[] bytes = new byte[samples.length * encoding.bytesPerSample()];
    encoding.encode(samples, 0, samples.length, bytes, 0);
    return bytes;
  }
}
