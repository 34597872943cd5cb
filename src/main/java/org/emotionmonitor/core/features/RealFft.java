package org.emotionmonitor.core.features;

/**
 * Power spectrum of {@value FeatureSpec#FFT_SIZE} real samples: a complex FFT of half the size (one
 * pass of radix 2, four of radix 4, in Pease's constant geometry), then the split into even and odd
 * samples. In double precision, because the golden tolerance of 0.001 dB holds for bins 80 dB below
 * the loudest, too. Not thread-safe: it owns its work space.
 *
 * <p>Every pass takes values a, a + 128, a + 256 and a + 384 to places 4 a to 4 a + 3: so every
 * index is the loop's own times a constant plus a constant, and the JIT checks no bounds within the
 * loops.
 */
public final class RealFft {

  private static final int N = FeatureSpec.FFT_SIZE / 2;
  private static final int QUARTER = N / 4;

  /** exp(-2 pi i k / 1024). */
  private static final double[] COS = new double[N + 1];

  private static final double[] SIN = new double[N + 1];

  /** Twiddle factors of the three passes of radix 4 that need any, one entry per butterfly. */
  private static final double[][][] TWIDDLES = {twiddles(256), twiddles(64), twiddles(16)};

  /** Frequency of the first output of each butterfly of the last pass: its digits reversed. */
  private static final int[] FREQUENCY = new int[QUARTER];

  static {
    for (int k = 0; k <= N; k++) {
      COS[k] = Math.cos(Math.PI * k / N);
      SIN[k] = -Math.sin(Math.PI * k / N);
    }
    for (int a = 0; a < QUARTER; a++) {
      int last = 32 * (a % 4) + 8 * (a / 4 % 4) + 2 * (a / 16 % 4);
      FREQUENCY[a] = last + a / 64;
    }
  }

  private final double[] re = new double[N];
  private final double[] im = new double[N];
  private final double[] re2 = new double[N];
  private final double[] im2 = new double[N];

  /** {cos 1, sin 1, cos 2, sin 2, cos 3, sin 3} of the butterflies of the pass over n points. */
  private static double[][] twiddles(int n) {
    double[][] table = new double[6][QUARTER];
    int stride = N / n;
    for (int a = 0; a < QUARTER; a++) {
      int block = a / stride;
      for (int k = 1; k <= 3; k++) {
        double angle = -2 * Math.PI * k * block / n;
        table[2 * k - 2][a] = Math.cos(angle);
        table[2 * k - 1][a] = Math.sin(angle);
      }
    }
    return table;
  }

  /**
   * Writes {@code |X[k]|^2} for k = 0..512 into {@code power}.
   *
   * @param x [1024]
   * @param length how many samples there are; {@code x} is zero from there on
   */
  public void power(double[] x, int length, float[] power) {
    radix2(x, Math.max(0, (length - N + 1) / 2), re, im);
    radix4(re, im, re2, im2, TWIDDLES[0]);
    radix4(re2, im2, re, im, TWIDDLES[1]);
    radix4(re, im, re2, im2, TWIDDLES[2]);
    lastRadix4(re2, im2, re, im);
    split(re, im, power);
  }

  /**
   * First pass; takes even samples as real parts and odd ones as imaginary parts. Only the first
   * {@code both} butterflies have anything but zero at their second input.
   */
  private static void radix2(double[] x, int both, double[] outRe, double[] outIm) {
    for (int p = 0; p < both; p++) {
      double sumRe = x[2 * p] + x[2 * p + N];
      double sumIm = x[2 * p + 1] + x[2 * p + 1 + N];
      double difRe = x[2 * p] - x[2 * p + N];
      double difIm = x[2 * p + 1] - x[2 * p + 1 + N];
      outRe[2 * p] = sumRe;
      outIm[2 * p] = sumIm;
      outRe[2 * p + 1] = COS[2 * p] * difRe - SIN[2 * p] * difIm;
      outIm[2 * p + 1] = COS[2 * p] * difIm + SIN[2 * p] * difRe;
    }
    for (int p = both; p < N / 2; p++) {
      double xRe = x[2 * p];
      double xIm = x[2 * p + 1];
      outRe[2 * p] = xRe;
      outIm[2 * p] = xIm;
      outRe[2 * p + 1] = COS[2 * p] * xRe - SIN[2 * p] * xIm;
      outIm[2 * p + 1] = COS[2 * p] * xIm + SIN[2 * p] * xRe;
    }
  }

  private static void radix4(
      double[] re, double[] im, double[] outRe, double[] outIm, double[][] twiddles) {
    double[] c1 = twiddles[0];
    double[] s1 = twiddles[1];
    double[] c2 = twiddles[2];
    double[] s2 = twiddles[3];
    double[] c3 = twiddles[4];
    double[] s3 = twiddles[5];
    for (int a = 0; a < QUARTER; a++) {
      double sumRe = re[a] + re[a + 2 * QUARTER];
      double sumIm = im[a] + im[a + 2 * QUARTER];
      double difRe = re[a] - re[a + 2 * QUARTER];
      double difIm = im[a] - im[a + 2 * QUARTER];
      double sumRe2 = re[a + QUARTER] + re[a + 3 * QUARTER];
      double sumIm2 = im[a + QUARTER] + im[a + 3 * QUARTER];
      double turnRe = im[a + 3 * QUARTER] - im[a + QUARTER];
      double turnIm = re[a + QUARTER] - re[a + 3 * QUARTER];
      outRe[4 * a] = sumRe + sumRe2;
      outIm[4 * a] = sumIm + sumIm2;
      double r1 = difRe - turnRe;
      double i1 = difIm - turnIm;
      outRe[4 * a + 1] = c1[a] * r1 - s1[a] * i1;
      outIm[4 * a + 1] = c1[a] * i1 + s1[a] * r1;
      double r2 = sumRe - sumRe2;
      double i2 = sumIm - sumIm2;
      outRe[4 * a + 2] = c2[a] * r2 - s2[a] * i2;
      outIm[4 * a + 2] = c2[a] * i2 + s2[a] * r2;
      double r3 = difRe + turnRe;
      double i3 = difIm + turnIm;
      outRe[4 * a + 3] = c3[a] * r3 - s3[a] * i3;
      outIm[4 * a + 3] = c3[a] * i3 + s3[a] * r3;
    }
  }

  /** The pass over 4 points: its twiddle factors are all 1, and it sorts. */
  private static void lastRadix4(double[] re, double[] im, double[] outRe, double[] outIm) {
    for (int a = 0; a < QUARTER; a++) {
      double sumRe = re[a] + re[a + 2 * QUARTER];
      double difRe = re[a] - re[a + 2 * QUARTER];
      double sumIm = im[a] + im[a + 2 * QUARTER];
      double difIm = im[a] - im[a + 2 * QUARTER];
      double sumRe2 = re[a + QUARTER] + re[a + 3 * QUARTER];
      double sumIm2 = im[a + QUARTER] + im[a + 3 * QUARTER];
      double turnRe = im[a + 3 * QUARTER] - im[a + QUARTER];
      double turnIm = re[a + QUARTER] - re[a + 3 * QUARTER];
      int k = FREQUENCY[a];
      outRe[k] = sumRe + sumRe2;
      outIm[k] = sumIm + sumIm2;
      outRe[k + QUARTER] = difRe - turnRe;
      outIm[k + QUARTER] = difIm - turnIm;
      outRe[k + 2 * QUARTER] = sumRe - sumRe2;
      outIm[k + 2 * QUARTER] = sumIm - sumIm2;
      outRe[k + 3 * QUARTER] = difRe + turnRe;
      outIm[k + 3 * QUARTER] = difIm + turnIm;
    }
  }

  /**
   * Bins k and N - k come from the same two values of the half-size transform. All parts are twice
   * as large as they should be, so the powers are four times.
   */
  private static void split(double[] re, double[] im, float[] power) {
    double dc = re[0] + im[0];
    double nyquist = re[0] - im[0];
    power[0] = (float) (dc * dc);
    power[N] = (float) (nyquist * nyquist);
    for (int k = 1; k <= N / 2; k++) {
      double evenRe = re[k] + re[N - k];
      double evenIm = im[k] - im[N - k];
      double oddRe = im[k] + im[N - k];
      double oddIm = re[N - k] - re[k];
      double turnedRe = COS[k] * oddRe - SIN[k] * oddIm;
      double turnedIm = COS[k] * oddIm + SIN[k] * oddRe;
      double lowRe = evenRe + turnedRe;
      double lowIm = evenIm + turnedIm;
      double highRe = evenRe - turnedRe;
      double highIm = evenIm - turnedIm;
      power[k] = (float) (0.25 * (lowRe * lowRe + lowIm * lowIm));
      power[N - k] = (float) (0.25 * (highRe * highRe + highIm * highIm));
    }
  }
}
