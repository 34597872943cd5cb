package org.emotionmonitor.trainer.augment;

import java.math.BigInteger;

/**
 * Lowers a sample rate by a rational ratio with a Hann-windowed sinc, one set of taps per phase. It
 * prepares training data; nothing live goes through it.
 */
final class Decimator {

  /** Zero crossings of the sinc on each side. */
  private static final int CROSSINGS = 24;

  private final int phases;
  private final int reach;
  private final double step;
  private final float[][] taps;

  private Decimator(int fromRate, int toRate, double cutoffHz) {
    double cutoff = 2 * cutoffHz / fromRate;
    this.step = fromRate / (double) toRate;
    this.phases = toRate / BigInteger.valueOf(fromRate).gcd(BigInteger.valueOf(toRate)).intValue();
    this.reach = (int) Math.ceil(CROSSINGS / cutoff);
    this.taps = new float[phases][2 * reach + 1];
    for (int phase = 0; phase < phases; phase++) {
      double fraction = phase * step - Math.floor(phase * step);
      for (int k = -reach; k <= reach; k++) {
        taps[phase][k + reach] = (float) tap(fraction - k, cutoff);
      }
    }
  }

  /** The samples at {@code toRate}, without what lies above {@code cutoffHz}. */
  static float[] resample(float[] in, int fromRate, int toRate, double cutoffHz) {
    return new Decimator(fromRate, toRate, cutoffHz).apply(in);
  }

  private float[] apply(float[] in) {
    float[] out = new float[(int) (in.length / step)];
    for (int n = 0; n < out.length; n++) {
      int centre = (int) Math.floor(n * step + 1e-9);
      float[] filter = taps[n % phases];
      int from = Math.max(-reach, -centre);
      int to = Math.min(reach, in.length - 1 - centre);
      float sum = 0;
      for (int k = from; k <= to; k++) {
        sum += in[centre + k] * filter[k + reach];
      }
      out[n] = Math.max(-1f, Math.min(1f, sum));
    }
    return out;
  }

  private double tap(double distance, double cutoff) {
    if (Math.abs(distance) >= reach) {
      return 0;
    }
    double x = Math.PI * cutoff * distance;
    double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
    return cutoff * sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / reach));
  }
}
