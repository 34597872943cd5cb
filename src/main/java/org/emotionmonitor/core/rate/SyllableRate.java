package org.emotionmonitor.core.rate;

import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * Estimates the speech rate from the signal alone: syllable nuclei, counted as the peaks of a
 * smooth loudness contour (after Mermelstein 1975, and de Jong and Wempe 2009), per second of
 * speech. A pure function of the window's frames.
 *
 * <p>A peak counts if the loudness of the vowel bands rises and falls by 1 dB around it, and if it
 * is no more than 25 dB below the loudest. That it must also be voiced, as de Jong and Wempe ask,
 * was tried with TarsosDSP's pitch estimator, and made the estimate worse.
 */
public final class SyllableRate {

  private static final double SMOOTHING_FRAMES = 1.5;
  private static final int REACH = 6;
  private static final double MIN_SWING_DB = 1;
  private static final double RANGE_DB = 25;
  private static final int MIN_SPEECH_FRAMES = 50;
  private static final int MAX_PAUSE_FRAMES = 40;
  private static final int SOFT_FRAMES = 8;
  private static final double FRAMES_PER_SECOND =
      FeatureSpec.SAMPLE_RATE / (double) FeatureSpec.FRAME_SHIFT;

  private static final double[] KERNEL = new double[REACH + 1];

  static {
    for (int i = 0; i <= REACH; i++) {
      KERNEL[i] = Math.exp(-0.5 * i * i / (SMOOTHING_FRAMES * SMOOTHING_FRAMES));
    }
  }

  private SyllableRate() {}

  /**
   * Syllables per second of speech in the window of {@code t} frames that ends before {@code
   * endFrame}.
   *
   * @param speech [t]; which frames are speech, from the speech gate
   * @return NaN if there is less than half a second of speech
   * @throws IllegalStateException if the front end does not hold the frames
   */
  public static double of(FrontEnd frontEnd, long endFrame, int t, boolean[] speech) {
    int frames = 0;
    for (int i = 0; i < t; i++) {
      frames += speech[i] ? 1 : 0;
    }
    if (frames < MIN_SPEECH_FRAMES) {
      return Double.NaN;
    }
    double[] loudness = new double[t];
    for (int i = 0; i < t; i++) {
      loudness[i] = frontEnd.loudnessDb(endFrame - t + i);
    }
    return nuclei(smooth(loudness), speech) * FRAMES_PER_SECOND / duration(speech, t);
  }

  /**
   * Frames of talk: stretches of speech with the short pauses between them, and with the soft
   * beginning and end of each, which the gate cuts off.
   */
  static int duration(boolean[] speech, int t) {
    int frames = 0;
    int talkEnd = 0;
    for (int i = 0; i < t; i++) {
      if (speech[i]) {
        boolean pause = i - talkEnd > MAX_PAUSE_FRAMES || frames == 0;
        int from = pause ? Math.max(talkEnd, i - SOFT_FRAMES) : talkEnd;
        int to = Math.min(t, i + 1 + SOFT_FRAMES);
        frames += to - from;
        talkEnd = to;
      }
    }
    return frames;
  }

  private static double[] smooth(double[] x) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      double weight = 0;
      for (int j = Math.max(0, i - REACH); j <= Math.min(x.length - 1, i + REACH); j++) {
        double w = KERNEL[Math.abs(i - j)];
        sum += w * x[j];
        weight += w;
      }
      out[i] = sum / weight;
    }
    return out;
  }

  /** Counts the peaks that lie in speech, following the contour from extreme to extreme. */
  static int nuclei(double[] contour, boolean[] speech) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < contour.length; i++) {
      top = speech[i] ? Math.max(top, contour[i]) : top;
    }
    int count = 0;
    boolean rising = true;
    double extreme = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int i = 0; i <= contour.length; i++) {
      double x = i < contour.length ? contour[i] : Double.NEGATIVE_INFINITY;
      if (rising ? x > extreme : x < extreme) {
        extreme = x;
        at = i;
      } else if (rising && x < extreme - MIN_SWING_DB) {
        count += speech[at] && extreme > top - RANGE_DB ? 1 : 0;
        rising = false;
        extreme = x;
      } else if (!rising && x > extreme + MIN_SWING_DB) {
        rising = true;
        extreme = x;
        at = i;
      }
    }
    return count;
  }
}
