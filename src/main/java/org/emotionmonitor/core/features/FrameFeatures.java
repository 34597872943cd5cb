package org.emotionmonitor.core.features;

import be.tarsos.dsp.util.fft.HammingWindow;

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
  private static final double MEL_FLOOR = 1e-10;
  private static final int LOUDNESS_FROM = 3;
  private static final int LOUDNESS_TO = 24;

  /** Periodic Hamming window. */
  static final double[] WINDOW = new double[FeatureSpec.FRAME_LENGTH];

  static {
    // TarsosDSP's is symmetric; without its last value, one of 552 is the periodic one of 551.
    float[] symmetric = new HammingWindow().generateCurve(WINDOW.length + 1);
    for (int i = 0; i < WINDOW.length; i++) {
      WINDOW[i] = symmetric[i];
    }
  }

  private final RealFft fft = new RealFft();
  private final SpectralShape shape = new SpectralShape();
  private final Contrast contrast = new Contrast();
  private final double[] padded = new double[FeatureSpec.FFT_SIZE];
  private final double[] power = new double[FeatureSpec.BINS];
  private final double[] magnitude = new double[FeatureSpec.BINS];
  private final double[] logMel = new double[FeatureSpec.MEL_BANDS];
  private final double[] mfcc = new double[FeatureSpec.MFCC];
  private float loudnessDb;
  private final double[] chroma = new double[FeatureSpec.CHROMA];

  /**
   * Computes the frame {@code samples[off .. off + 551)} into {@code row[rowOff .. rowOff + 205)};
   * the 80 differences in it are not touched.
   */
  public void compute(float[] samples, int off, float[] row, int rowOff) {
    for (int i = 0; i < WINDOW.length; i++) {
      padded[i] = samples[off + i] * WINDOW[i];
    }
    fft.power(padded, WINDOW.length, power);
    describe(power, row, rowOff);
  }

  /** The same of a frame whose power spectrum of 513 bins is known. */
  void describe(double[] power, float[] row, int rowOff) {
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      magnitude[bin] = Math.sqrt(power[bin]);
    }
    mel(power, row, rowOff);
    shape.measure(magnitude);
    row[rowOff + CENTROID] = (float) shape.centroid();
    row[rowOff + ROLLOFF] = (float) shape.rolloff(magnitude);
    contrast.apply(magnitude, row, rowOff + CONTRAST);
    ChromaBank.apply(power, chroma);
    for (int c = 0; c < FeatureSpec.CHROMA; c++) {
      row[rowOff + CHROMA + c] = (float) chroma[c];
    }
  }

  /**
   * Loudness of the frame that was computed last, in the bands from 150 Hz to 1.3 kHz, where vowels
   * are loud and fricatives are not: the sum of the fourth roots of their powers, in dB of power.
   * The fourth root is close to Stevens' law of loudness (power to 0.3), and two square roots.
   */
  public float loudnessDb() {
    return loudnessDb;
  }

  private void mel(double[] power, float[] row, int rowOff) {
    MelBank.apply(power, logMel);
    double loudness = 0;
    for (int band = LOUDNESS_FROM; band < LOUDNESS_TO; band++) {
      loudness += Math.sqrt(Math.sqrt(Math.max(MEL_FLOOR, logMel[band])));
    }
    loudnessDb = (float) (40 * Math.log10(loudness));
    for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
      logMel[band] = 10 * Math.log10(Math.max(MEL_FLOOR, logMel[band]));
      row[rowOff + LOG_MEL + band] = (float) logMel[band];
    }
    Dct.apply(logMel, mfcc);
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      row[rowOff + k] = (float) mfcc[k];
    }
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
