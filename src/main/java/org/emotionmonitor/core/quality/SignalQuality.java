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
 * @param snrDb mean power of the speech frames less the median power of the others, over the
 *     latter, in dB, within [-10, 60]; NaN if there is no speech or nothing else
 */
public record SignalQuality(double clippedPct, double bandHz, double snrDb) {

  private static final double BAND_RANGE_DB = 50;
  private static final int BAND_STEP = 4;
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
      power[kind] += Math.pow(10, frontEnd.levelDb(endFrame - t + i) / 10);
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

  /** Every fourth frame will do, and sorts in a quarter of the time. */
  private static double band(FrontEnd frontEnd, long endFrame, int t, boolean[] speech) {
    float[][] bands = new float[FeatureSpec.MEL_BANDS][t / BAND_STEP + 1];
    float[] row = new float[FeatureSpec.MEL_BANDS];
    int n = 0;
    for (int i = 0; i < t; i++) {
      long frame = endFrame - t + i;
      if (speech[i] && frame % BAND_STEP == 0) {
        frontEnd.logMel(frame, row, 0);
        for (int band = 0; band < row.length; band++) {
          bands[band][n] = row[band];
        }
        n++;
      }
    }
    if (n < MIN_FRAMES / 2) {
      return Double.NaN;
    }
    float top = Float.NEGATIVE_INFINITY;
    for (int band = 0; band < row.length; band++) {
      Arrays.sort(bands[band], 0, n);
      row[band] = bands[band][(int) (0.95 * (n - 1))];
      top = Math.max(top, row[band]);
    }
    int highest = row.length - 1;
    while (row[highest] < top - BAND_RANGE_DB) {
      highest--;
    }
    return FeatureSpec.melBandHz(highest);
  }
}
