package org.emotionmonitor.trainer.augment;

import org.emotionmonitor.core.audio.Encoding;

/** Passes audio through a telephone line: 8 kHz, G.711. */
public final class Telephone {

  private static final int RATE = 8_000;

  /** A line's upper edge; steeper filters than a real line's would not matter at 8 kHz. */
  private static final double CUTOFF_HZ = 3_600;

  private Telephone() {}

  /** The clip at 8 kHz, not coded. */
  static Clip band(Clip clip) {
    if (clip.sampleRate() == RATE) {
      return clip;
    }
    float[] narrow = Decimator.resample(clip.samples(), clip.sampleRate(), RATE, CUTOFF_HZ);
    return clip.with(narrow, RATE).remeasured();
  }

  /** The clip at 8 kHz after encoding and decoding with {@code encoding}. */
  public static Clip line(Clip clip, Encoding encoding) {
    float[] narrow = band(clip).samples();
    byte[] coded = new byte[narrow.length * encoding.bytesPerSample()];
    encoding.encode(narrow, 0, narrow.length, coded, 0);
    float[] decoded = new float[narrow.length];
    encoding.decode(coded, 0, coded.length, decoded, 0);
    return clip.with(decoded, RATE).remeasured();
  }
}
