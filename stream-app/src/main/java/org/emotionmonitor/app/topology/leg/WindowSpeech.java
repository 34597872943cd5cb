package org.emotionmonitor.app.topology.leg;

import java.util.BitSet;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Where in a window there is speech.
 *
 * @param firstFrame the window's first frame
 * @param frames how many frames it has
 * @param speech which of them are speech
 */
public record WindowSpeech(long firstFrame, int frames, BitSet speech) {

  private static final double FRAMES_PER_MS =
      (double) FeatureSpec.SAMPLE_RATE / FeatureSpec.FRAME_SHIFT / 1_000;

  /** That of a window that has been scored. */
  public static WindowSpeech of(DueWindow window, WindowScore score) {
    return new WindowSpeech(window.firstFrame(), window.frames(), score.speech());
  }

  /** Speech in [fromMs, toMs) of the leg's audio, in ms. */
  public long ms(long fromMs, long toMs) {
    int from = frame(fromMs);
    int to = frame(toMs);
    int count = to <= from ? 0 : speech.get(from, to).cardinality();
    return Math.round(count / FRAMES_PER_MS);
  }

  private int frame(long ms) {
    long frame = Math.round(ms * FRAMES_PER_MS) - firstFrame;
    return (int) Math.max(0, Math.min(frames, frame));
  }
}
