package org.emotionmonitor.core.features;

import be.tarsos.dsp.util.PitchConverter;

/**
 * Chroma filter bank as {@code librosa.filters.chroma} with its defaults and tuning 0: Gaussian
 * bumps a semitone wide on each pitch class, each bin's weights with Euclidean norm 1, weighted
 * around octave 5 with a width of 2 octaves; class 0 is C. Weights are rounded to float.
 *
 * <p>Above 360 Hz, where bins are closer than semitones, a bin matters to no more than five or six
 * classes: weights below a millionth of the bin's largest are left out. As a class gets all of some
 * bin's weight where another gets the millionth, that changes no normalized class by more than 12
 * millionths.
 */
final class ChromaBank {

  private static final int CLASSES = FeatureSpec.CHROMA;
  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;

  /** The MIDI number of A0. */
  private static final double MIDI_A0 = 21;

  /** Share of a bin's largest weight below which a weight is left out. */
  private static final double NEGLIGIBLE = 1e-6;

  /** The weights of each class. */
  private static final Stretch[][] STRETCHES = new Stretch[CLASSES][];

  static {
    float[][] weights = new float[CLASSES][FeatureSpec.BINS];
    for (int bin = 0; bin < FeatureSpec.BINS; bin++) {
      fill(bin, weights);
    }
    for (int c = 0; c < CLASSES; c++) {
      STRETCHES[c] = Stretch.of(weights[c]);
    }
  }

  private ChromaBank() {}

  private static void fill(int bin, float[][] bank) {
    double pitch = pitch(bin);
    double width = Math.max(1, pitch(bin + 1) - pitch);
    double[] weights = new double[CLASSES];
    double squares = 0;
    double largest = 0;
    for (int c = 0; c < CLASSES; c++) {
      // Distance to the class, wrapped to [-6, 6); the offset keeps the remainder positive.
      double distance = (pitch - c + CLASSES / 2 + 10 * CLASSES) % CLASSES - CLASSES / 2;
      weights[c] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
      squares += weights[c] * weights[c];
      largest = Math.max(largest, weights[c]);
    }
    double octave = (pitch / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
    double scale = Math.exp(-0.5 * octave * octave) / Math.sqrt(squares);
    for (int c = 0; c < CLASSES; c++) {
      if (weights[c] >= NEGLIGIBLE * largest) {
        // Distances are counted from A; the classes begin at C, three semitones above.
        bank[(c + CLASSES - 3) % CLASSES][bin] = (float) (weights[c] * scale);
      }
    }
  }

  /** Semitones above A0 (27.5 Hz); the bin at 0 Hz counts as 1.5 octaves below the first. */
  private static double pitch(int bin) {
    if (bin == 0) {
      return pitch(1) - 1.5 * CLASSES;
    }
    double hz = (double) bin * FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;
    return PitchConverter.hertzToMidiCent(hz) - MIDI_A0;
  }

  /** Writes the 12 classes of a power spectrum, divided by the largest; silence gives zeros. */
  static void apply(float[] power, float[] out, int off) {
    float max = 0;
    for (int c = 0; c < CLASSES; c++) {
      float sum = 0;
      for (Stretch stretch : STRETCHES[c]) {
        sum += stretch.sum(power);
      }
      out[off + c] = sum;
      max = Math.max(max, sum);
    }
    if (max < Float.MIN_NORMAL) {
      java.util.Arrays.fill(out, off, off + CLASSES, 0f);
      return;
    }
    float scale = 1 / max;
    for (int c = 0; c < CLASSES; c++) {
      out[off + c] *= scale;
    }
  }
}
