package org.emotionmonitor.core.quality;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * How good a window's audio is. A pure function of the window's frames.
 *
 * @param clippedPct share of the samples that are clipped, in percent
 * @param bandHz effective bandwidth: centre of the highest mel band whose loud frames (the loudest
 *     twentieth) come within 50 dB of the loudest band's; NaN without speech
 * @param snrDb mean power of the speech frames less that of the others, over the latter, in dB,
 *     within [-10, 60]; NaN if there is no speech or nothing else
 */
public record SignalQuality(double clippedPct, double bandHz, double snrDb) {

  private static final double BAND_RANGE_DB = 50;
  private static final int BAND_STEP = 4;
  private static final double LOUD_FROM = 0.95;
  private static final double NEPERS_PER_DB = Math.log(10) / 10;
  private static final double MIN_SNR_DB = -10;
  private static final double MAX_SNR_DB = 60;
  private static final int MIN_FRAMES = 10;
  private static final int GUARD = 8;

  /**
   * Measures the window of {@code t} frames that ends before {@code endFrame}.
   *
   * @param speech [t]; which frames are speech, from the speech gate
   * @throws IllegalStateException if the front end does not hold the frames
   */
  public static SignalQuality of(FrontEnd frontEnd, long endFrame, int t, boolean[] speech) {
    double clipped = 100 * frontEnd.clippedShare(endFrame - t, endFrame);
    return new SignalQuality(
        clipped, band(frontEnd, endFrame, t, speech), snr(frontEnd, endFrame, t, speech));
  }

  private static double snr(FrontEnd frontEnd, long endFrame, int t, boolean[] speech) {
    double[] power = new double[2];
    int[] frames = new int[2];
    for (int i = 0; i < t; i++) {
      if (!speech[i] && near(speech, t, i)) {
        continue; // the soft ends of speech, which the gate cuts off, are not noise
      }
      int kind = speech[i] ? 1 : 0;
      power[kind] += Math.exp(NEPERS_PER_DB * frontEnd.levelDb(endFrame - t + i));
      frames[kind]++;
    }
    if (frames[0] < MIN_FRAMES || frames[1] < MIN_FRAMES) {
      return Double.NaN;
    }
    double noise = Math.max(power[0] / frames[0], 1e-12);
    double ratio = (power[1] / frames[1] - noise) / noise;
    double db = 10 * Math.log10(Math.max(ratio, 1e-6));
    return Math.max(MIN_SNR_DB, Math.min(MAX_SNR_DB, db));
  }

  private static boolean near(boolean[] speech, int t, int frame) {
    for (int i = Math.max(0, frame - GUARD); i <= Math.min(t - 1, frame + GUARD); i++) {
      if (speech[i]) {
        return true;
      }
    }
    return false;
  }

  /** Every fourth frame will do, in a quarter of the time. */
  private static double band(FrontEnd frontEnd, long endFrame, int t, boolean[] speech) {
    int n = 0;
    for (int i = 0; i < t; i++) {
      n += counts(speech, endFrame - t, i) ? 1 : 0;
    }
    if (n < MIN_FRAMES / 2) {
      return Double.NaN;
    }
    // The loudest frames of each band in ascending order; the first is the level asked for.
    float[][] loudest = new float[FeatureSpec.MEL_BANDS][n - (int) (LOUD_FROM * (n - 1))];
    for (float[] list : loudest) {
      Arrays.fill(list, Float.NEGATIVE_INFINITY);
    }
    float[] row = new float[FeatureSpec.MEL_BANDS];
    for (int i = 0; i < t; i++) {
      if (counts(speech, endFrame - t, i)) {
        frontEnd.logMel(endFrame - t + i, row, 0);
        for (int band = 0; band < row.length; band++) {
          insert(loudest[band], row[band]);
        }
      }
    }
    return FeatureSpec.melBandHz(highest(loudest));
  }

  private static boolean counts(boolean[] speech, long first, int i) {
    return speech[i] && (first + i) % BAND_STEP == 0;
  }

  private static void insert(float[] list, float value) {
    if (value > list[0]) {
      int i = 0;
      for (; i + 1 < list.length && list[i + 1] < value; i++) {
        list[i] = list[i + 1];
      }
      list[i] = value;
    }
  }

  private static int highest(float[][] loudest) {
    float top = Float.NEGATIVE_INFINITY;
    for (float[] list : loudest) {
      top = Math.max(top, list[0]);
    }
    int band = loudest.length - 1;
    while (loudest[band][0] < top - BAND_RANGE_DB) {
      band--;
    }
    return band;
  }
}
