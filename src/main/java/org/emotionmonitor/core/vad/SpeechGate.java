package org.emotionmonitor.core.vad;

import java.util.Arrays;
import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * Tells the speech frames of a window by their levels. A pure function of the window's frames, so a
 * restart changes nothing.
 *
 * <p>The floor is the level that a tenth of the frames stay under, the top the one that a twentieth
 * exceed. A steady sound has its top close to its floor: then nothing is speech. Otherwise speech
 * is what stands out of the floor by a share of the distance between the two; runs shorter than 50
 * ms are clicks, and gaps shorter than 150 ms are within speech.
 */
public final class SpeechGate {

  private static final float SILENCE_DB = -70;
  private static final float MIN_TOP_DB = -62;
  private static final float MIN_RANGE_DB = 9;
  private static final float MAX_ABOVE_FLOOR_DB = 15;
  private static final float SHARE = 0.4f;
  private static final int MIN_RUN = 5;
  private static final int MAX_GAP = 15;

  private SpeechGate() {}

  /**
   * Marks the speech frames of the window of {@code t} frames that ends before {@code endFrame}.
   *
   * @param out [t] or longer; out[i] tells of frame endFrame - t + i
   * @return speech frames
   * @throws IllegalStateException if the front end does not hold the frames
   */
  public static int speechFrames(FrontEnd frontEnd, long endFrame, int t, boolean[] out) {
    float[] levels = new float[t];
    for (int i = 0; i < t; i++) {
      levels[i] = frontEnd.levelDb(endFrame - t + i);
    }
    return speechFrames(levels, out);
  }

  /** As above, from the levels of consecutive frames in dB re full scale. */
  public static int speechFrames(float[] levels, boolean[] out) {
    int t = levels.length;
    Arrays.fill(out, 0, t, false);
    if (t == 0) {
      return 0;
    }
    float[] sorted = new float[t];
    for (int i = 0; i < t; i++) {
      sorted[i] = Math.max(levels[i], SILENCE_DB);
    }
    Arrays.sort(sorted);
    float floor = sorted[(int) (t * 0.1)];
    float top = sorted[Math.min(t - 1, (int) (t * 0.95))];
    if (top < MIN_TOP_DB || top - floor < MIN_RANGE_DB) {
      return 0;
    }
    float threshold = floor + Math.min(MAX_ABOVE_FLOOR_DB, SHARE * (top - floor));
    for (int i = 0; i < t; i++) {
      out[i] = levels[i] > threshold;
    }
    change(out, t, true, MIN_RUN);
    change(out, t, false, MAX_GAP);
    int count = 0;
    for (int i = 0; i < t; i++) {
      count += out[i] ? 1 : 0;
    }
    return count;
  }

  /**
   * Turns runs of {@code value} shorter than {@code min} into its opposite, but gaps at the ends.
   */
  private static void change(boolean[] flags, int t, boolean value, int min) {
    int start = 0;
    while (start < t) {
      int end = start;
      while (end < t && flags[end] == flags[start]) {
        end++;
      }
      boolean atEnd = start == 0 || end == t;
      if (flags[start] == value && end - start < min && (value || !atEnd)) {
        Arrays.fill(flags, start, end, !value);
      }
      start = end;
    }
  }
}
