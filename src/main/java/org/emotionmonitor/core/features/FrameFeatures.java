package org.emotionmonitor.core.features;

/**
 * The features of one frame on its own, in the order of {@link FeatureSpec#names()}; the two MFCC
 * differences are left to {@link Deltas}. Samples, spectra and results are floats; the transform,
 * logarithms and the DCT are double. Allocates nothing per frame. Not thread-safe: it owns its work
 * space.
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
  private static final int LOUDNESS_TO = 18;

  /** Periodic Hamming window. */
  static final double[] WINDOW = new double[FeatureSpec.FRAME_LENGTH];

  static {
    for (int i = 0; i < WINDOW.length; i++) {
      WINDOW[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / WINDOW.length);
    }
  }

  private final double[] window;
  private final RealFft fft = new RealFft();
  private final SpectralShape shape = new SpectralShape();
  private final Contrast contrast = new Contrast();
  private final double[] padded = new double[FeatureSpec.FFT_SIZE];
  private final float[] power = new float[FeatureSpec.BINS];
  private final float[] magnitude = new float[FeatureSpec.BINS];
  private final double[] logMel = new double[FeatureSpec.MEL_BANDS];
  private final double[] mfcc = new double[FeatureSpec.MFCC];
  private float loudnessDb;

  /** Features under the periodic Hamming window. */
  public FrameFeatures() {
    this(WINDOW);
  }

  FrameFeatures(double[] window) {
    this.window = window;
  }

  /**
   * Computes the frame {@code samples[off .. off + 551)} into {@code row[rowOff .. rowOff + 205)};
   * the 80 differences in it are not touched.
   */
  public void compute(float[] samples, int off, float[] row, int rowOff) {
    for (int i = 0; i < FeatureSpec.FRAME_LENGTH; i++) {
      padded[i] = samples[off + i] * window[i];
    }
    fft.power(padded, FeatureSpec.FRAME_LENGTH, power);
    describe(power, row, rowOff);
  }

  /** The same of a frame whose power spectrum of 513 bins is known. */
  void describe(float[] power, float[] row, int rowOff) {
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      magnitude[bin] = (float) Math.sqrt(power[bin]);
    }
    mel(power, row, rowOff);
    shape.measure(magnitude);
    row[rowOff + CENTROID] = (float) shape.centroid();
    row[rowOff + ROLLOFF] = (float) shape.rolloff(magnitude);
    contrast.apply(magnitude, row, rowOff + CONTRAST);
    ChromaBank.apply(power, row, rowOff + CHROMA);
  }

  /**
   * Loudness of the frame that was computed last, in the bands from 150 Hz to 1 kHz, where vowels
   * are loud and fricatives are not: the sum of the fourth roots of their powers, in dB of power.
   * The fourth root is close to Stevens' law of loudness (power to 0.3), and two square roots.
   */
  public float loudnessDb() {
    return loudnessDb;
  }

  private void mel(float[] power, float[] row, int rowOff) {
    MelBank.apply(power, logMel);
    double loudness = 0;
    for (int band = LOUDNESS_FROM; band < LOUDNESS_TO; band++) {
      loudness += Math.sqrt(Math.sqrt(Math.max(MEL_FLOOR, logMel[band])));
    }
    loudnessDb = (float) (4 * Decibels.of(loudness));
    for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
      logMel[band] = Decibels.of(Math.max(MEL_FLOOR, logMel[band]));
      row[rowOff + LOG_MEL + band] = (float) logMel[band];
    }
    Dct.apply(logMel, mfcc);
    for (int k = 0; k < FeatureSpec.MFCC; k++) {
      row[rowOff + k] = (float) mfcc[k];
    }
  }

  /** Level of a frame in dB re full scale (RMS); -200 for digital silence. */
  public static float levelDb(float[] samples, int off) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int end = off + FeatureSpec.FRAME_LENGTH;
    int i = off;
    for (; i + 7 < end; i += 8) {
      s0 += samples[i] * samples[i] + samples[i + 4] * samples[i + 4];
      s1 += samples[i + 1] * samples[i + 1] + samples[i + 5] * samples[i + 5];
      s2 += samples[i + 2] * samples[i + 2] + samples[i + 6] * samples[i + 6];
      s3 += samples[i + 3] * samples[i + 3] + samples[i + 7] * samples[i + 7];
    }
    double sum = s0 + s1 + (s2 + s3);
    for (; i < end; i++) {
      sum += samples[i] * samples[i];
    }
    return (float) Decibels.of(Math.max(1e-20, sum / FeatureSpec.FRAME_LENGTH));
  }
}
