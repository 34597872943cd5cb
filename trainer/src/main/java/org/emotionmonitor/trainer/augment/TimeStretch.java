package org.emotionmonitor.trainer.augment;

import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;

/** Speaks faster or slower at the same pitch, by TarsosDSP's WSOLA. */
final class TimeStretch {

  private TimeStretch() {}

  /**
   * The clip in 1/tempo of the time; measured seconds shrink or grow with it.
   *
   * @param tempo above 1 is faster
   */
  static Clip of(Clip clip, double tempo) {
    float[] out = stretch(clip.samples(), clip.sampleRate(), tempo);
    return new Clip(
            out,
            clip.sampleRate(),
            clip.syllables(),
            clip.speechSeconds() / tempo,
            clip.activeLevelDb())
        .remeasured();
  }

  private static float[] stretch(float[] in, int rate, double tempo) {
    Parameters parameters = Parameters.speechDefaults(tempo, rate);
    WaveformSimilarityBasedOverlapAdd wsola =
        QuietOutput.during(() -> new WaveformSimilarityBasedOverlapAdd(parameters));
    TarsosEvent event = new TarsosEvent(rate);
    int block = wsola.getInputBufferSize();
    int skip = block - wsola.getOverlap();
    // It looks for the best place on both sides of the middle of its seek window.
    int lead = (int) (rate * parameters.getSeekWindowMs() / 2_000);
    float[] out = new float[(int) Math.round(in.length / tempo)];
    int at = 0;
    for (int from = -lead; at < out.length; from += skip) {
      float[] piece = event.process(wsola, in, from, block, 1f);
      int n = Math.min(piece.length, out.length - at);
      System.arraycopy(piece, 0, out, at, n);
      at += n;
    }
    return out;
  }
}
