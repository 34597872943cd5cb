package org.emotionmonitor.core.features;

/**
 * Chroma filter bank as {@code librosa.filters.chroma} with its defaults and tuning 0: Gaussian
 * bumps a semitone wide on each pitch class, each bin's weights with Euclidean norm 1, weighted
 * around octave 5 with a width of 2 octaves; class 0 is C. Weights are rounded to float.
 */
final class ChromaBank {

  private static final int CLASSES = FeatureSpec.CHROMA;
  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;

  /** Row of 12 weights per bin. */
  private static final double[] WEIGHTS = new double[FeatureSpec.BINS * CLASSES];

  static {
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      fill(bin);
    }
  }

  private ChromaBank() {}

  private static void fill(int bin) {
    double pitch = pitch(bin);
    double width = Math.max(1, pitch(bin + 1) - pitch);
    double[] weights = new double[CLASSES];
    double squares = 0;
    for (int c = 0; c < CLASSES; c++) {
      // Distance to the class, wrapped to [-6, 6); the offset keeps the remainder positive.
      double distance = (pitch - c + CLASSES / 2 + 10 * CLASSES) % CLASSES - CLASSES / 2;
      weights[c] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
      squares += weights[c] * weights[c];
    }
    double octave = (pitch / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
    double scale = Math.exp(-0.5 * octave * octave) / Math.sqrt(squares);
    for (int c = 0; c < CLASSES; c++) {
      // Distances are counted from A; the classes begin at C, three semitones above.
      WEIGHTS[bin * CLASSES + (c + CLASSES - 3) % CLASSES] = (float) (weights[c] * scale);
    }
  }

  /** Semitones above A0 (27.5 Hz); the bin at 0 Hz counts as 1.5 octaves below the first. */
  private static double pitch(int bin) {
    if (bin == 0) {
      return pitch(1) - 1.5 * CLASSES;
    }
    double hz = (double) bin * FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;
    return CLASSES * Math.log(hz / 27.5) / Math.log(2);
  }

  /** Writes the 12 classes of a power spectrum, divided by the largest; silence gives zeros. */
  static void apply(double[] power, double[] classes) {
    sum(power, classes, 0);
    sum(power, classes, CLASSES / 2);
    double max = 0;
    for (double value : classes) {
      max = Math.max(max, value);
    }
    // librosa leaves what is below the smallest normal number as it is.
    double scale = max < Double.MIN_NORMAL ? 1 : 1 / max;
    for (int c = 0; c < CLASSES; c++) {
      classes[c] *= scale;
    }
  }

  /** Six classes at a time: as many sums as the processor can keep going at once. */
  private static void sum(double[] power, double[] classes, int from) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      double p = power[bin];
      int at = bin * CLASSES + from;
      s0 += p * WEIGHTS[at];
      s1 += p * WEIGHTS[at + 1];
      s2 += p * WEIGHTS[at + 2];
      s3 += p * WEIGHTS[at + 3];
      s4 += p * WEIGHTS[at + 4];
      s5 += p * WEIGHTS[at + 5];
    }
    classes[from] = s0;
    classes[from + 1] = s1;
    classes[from + 2] = s2;
    classes[from + 3] = s3;
    classes[from + 4] = s4;
    classes[from + 5] = s5;
  }
}
