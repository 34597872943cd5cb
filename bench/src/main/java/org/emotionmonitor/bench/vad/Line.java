package org.emotionmonitor.bench.vad;

import org.emotionmonitor.bench.Recording;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.features.FeatureSpec;

/** What the audio comes over. */
enum Line {
  WIDE("16 kHz", 16_000),
  TELEPHONE("8 kHz µ-law", 8_000);

  final String title;
  final int rate;

  Line(String title, int rate) {
    this.title = title;
    this.rate = rate;
  }

  /** Audio of 22,050 Hz as it arrives. */
  float[] carry(float[] samples) {
    float[] out = Recording.resample(samples, FeatureSpec.SAMPLE_RATE, rate);
    Encoding encoding = this == TELEPHONE ? Encoding.PCMU : Encoding.S16LE;
    byte[] bytes = new byte[out.length * encoding.bytesPerSample()];
    encoding.encode(out, 0, out.length, bytes, 0);
    encoding.decode(bytes, 0, bytes.length, out, 0);
    return out;
  }
}
