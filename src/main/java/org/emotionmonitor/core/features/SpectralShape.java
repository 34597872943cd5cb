package org.emotionmonitor.core.features;

/**
 * Centroid and roll-off of a magnitude spectrum, as {@code librosa.feature.spectral_centroid} and
 * {@code spectral_rolloff}; both are 0 Hz in digital silence. Not thread-safe: it owns its work
 * space.
 */
final class SpectralShape {

  private static final double ROLLOFF_SHARE = 0.85;
  private static final double BIN_HZ = (double) FeatureSpec.SAMPLE_RATE / FeatureSpec.FFT_SIZE;

  /** The bins but the last in blocks, whose sums tell where the roll-off lies. */
  private static final int BLOCK = 16;

  private static final int BLOCKS = (FeatureSpec.BINS - 1) / BLOCK;

  private final double[] sums = new double[BLOCKS];
  private double total;
  private double moment;

  /** Takes in a magnitude spectrum of 513 bins. */
  void measure(float[] magnitude) {
    total = 0;
    moment = 0;
    for (int block = 0; block < BLOCKS; block++) {
      sum(magnitude, block);
    }
    int last = FeatureSpec.BINS - 1;
    total += magnitude[last];
    moment += (double) last * magnitude[last];
  }

  /** Four bins at a time: their own moments come from small constants. */
  private void sum(float[] magnitude, int block) {
    double sum = 0;
    int from = block * BLOCK;
    for (int bin = from; bin < from + BLOCK; bin += 4) {
      float m1 = magnitude[bin + 1];
      float m2 = magnitude[bin + 2];
      float m3 = magnitude[bin + 3];
      double four = magnitude[bin] + m1 + (m2 + m3);
      sum += four;
      moment += bin * four + (m1 + 2 * m2 + 3 * m3);
    }
    sums[block] = sum;
    total += sum;
  }

  /** Mean frequency in Hz, weighted by the magnitudes. */
  double centroid() {
    return total < Double.MIN_NORMAL ? 0 : moment / total * BIN_HZ;
  }

  /** Frequency in Hz below which 85 % of the magnitudes lie. */
  double rolloff(float[] magnitude) {
    double share = ROLLOFF_SHARE * total;
    double sum = 0;
    int block = 0;
    while (block < BLOCKS && sum + sums[block] < share) {
      sum += sums[block++];
    }
    int bin = block * BLOCK;
    for (sum += magnitude[bin]; sum < share && bin < FeatureSpec.BINS - 1; ) {
      sum += magnitude[++bin];
    }
    return bin * BIN_HZ;
  }
}
