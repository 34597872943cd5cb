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
  void measure(double[] magnitude) {
    total = 0;
    moment = 0;
    for (int block = 0; block < BLOCKS; block++) {
      sum(magnitude, block);
    }
    int last = FeatureSpec.BINS - 1;
    total += magnitude[last];
    moment += last * magnitude[last];
  }

  /** Four sums side by side: one alone would wait for its own additions. */
  private void sum(double[] magnitude, int block) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double m0 = 0;
    double m1 = 0;
    double m2 = 0;
    double m3 = 0;
    int from = block * BLOCK;
    for (int bin = from; bin < from + BLOCK; bin += 4) {
      s0 += magnitude[bin];
      s1 += magnitude[bin + 1];
      s2 += magnitude[bin + 2];
      s3 += magnitude[bin + 3];
      m0 += bin * magnitude[bin];
      m1 += (bin + 1) * magnitude[bin + 1];
      m2 += (bin + 2) * magnitude[bin + 2];
      m3 += (bin + 3) * magnitude[bin + 3];
    }
    sums[block] = s0 + s1 + (s2 + s3);
    total += sums[block];
    moment += m0 + m1 + (m2 + m3);
  }

  /** Mean frequency in Hz, weighted by the magnitudes. */
  double centroid() {
    return total < Double.MIN_NORMAL ? 0 : moment / total * BIN_HZ;
  }

  /** Frequency in Hz below which 85 % of the magnitudes lie. */
  double rolloff(double[] magnitude) {
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
