package org.emotionmonitor.core.features;

/**
 * The features of one frame on its own, in the order of {@link FeatureSpec#names()}; the two MFCC
 * differences are left to {@link Deltas}. Samples and results are floats, the arithmetic between
 * them is double. Allocates nothing per frame. Not thread-safe: it owns its work space.
 */
public final class FrameFeatures {

  /** Column of the first log-mel band. */
  static final int LOG_MEL = 3 * FeatureSpec.MFCC;

  private static final int CENTROID = LOG_MEL + FeatureSpec.MEL_BANDS;
  private static final int ROLLOFF = CENTROID + 1;
  private static final int CONTRAST = ROLLOFF + 1;
  private static final int CHROMA = CONTRAST + FeatureSpec.CONTRAST_BANDS;
  private static final double ROLLOFF_SHARE = 0.85;
  private static final double MEL_FLOOR = 1e-10;
  private static final double[] WINDOW = new double[FeatureSpec.FRAME_LENGTH];

  static {
    for (int i = 0; i < WINDOW.length; i++) {
      WINDOW[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / WINDOW.length);
    }
  }

  private final RealFft fft = new RealFft();
  private final Contrast contrast = new Contrast();
  private final double[] padded = new double[FeatureSpec.FFT_SIZE];
  private final double[] power = new double[FeatureSpec.BINS];
  private final double[] magnitude = new double[FeatureSpec.BINS];
  private final double[] logMel = new double[FeatureSpec.MEL_BANDS];
  private final double[] mfcc = new double[FeatureSpec.MFCC];
  private final double[] chroma = new double[FeatureSpec.CHROMA];

  /**
   * Computes the frame {@code samples[off .. off + 551)} into {@code row[rowOff .. rowOff + 205)};
   * the 80 differences in it are not touched.
   */
  public void compute(float[] samples, int off, float[] row, int rowOff) {
    for (int i = 0; i < WINDOW.length; i++) {
      padded[i] = samples[off + i] * WINDOW[i];
    }
    fft.power(padded, power);
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      magnitude[bin] = Math.sqrt(power[bin]);
    }
    mel(row, rowOff);
    shape(row, rowOff);
    contrast.apply(magnitude, row, rowOff + CONTRAST);
    ChromaBank.apply(power, chroma);
    for (int c = 0; c < FeatureSpec.CHROMA; c++) {
      row[rowOff + CHROMA + c] = (float) chroma[c];
    }
  }

  private void mel(float[] row, int rowOff) {
    MelBank.apply(power, logMel);
    for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
      logMel[band] = 10 * Math.log10(Math.max(MEL_FLOOR, logMel[band]));
      row[rowOff + LOG_MEL + band] = (float) logMel[band];
    }
    Dct.apply(logMel, mfcc);
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      row[rowOff + k] = (float) mfcc[k];
    }
  }

  /** Centroid and roll-off of the magnitude spectrum; both are 0 Hz in digital silence. */
  private void shape(float[] row, int rowOff) {
    double total = 0;
    double moment = 0;
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      total += magnitude[bin];
      moment += bin * magnitude[bin];
    }
    double share = ROLLOFF_SHARE * total;
    int rolloff = 0;
    for (double sum = magnitude[0]; sum < share; sum += magnitude[rolloff]) {
      rolloff++;
    }
    double binHz = (double) FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;
    row[rowOff + CENTROID] = total < Double.MIN_NORMAL ? 0 : (float) (moment / total * binHz);
    row[rowOff + ROLLOFF] = (float) (rolloff * binHz);
  }

  /** Level of a frame in dB re full scale (RMS); -200 for digital silence. */
  public static float levelDb(float[] samples, int off) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < FeatureSpec.FRAME_LENGTH - 1; i += 2) {
      even += (double) samples[off + i] * samples[off + i];
      odd += (double) samples[off + i + 1] * samples[off + i + 1];
    }
    double last = samples[off + FeatureSpec.FRAME_LENGTH - 1];
    double sum = even + odd + last * last;
    return (float) (10 * Math.log10(Math.max(1e-20, sum / FeatureSpec.FRAME_LENGTH)));
  }
}
