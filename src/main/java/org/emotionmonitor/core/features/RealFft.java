package org.emotionmonitor.core.features;

/**
 * Power spectrum of {@value FeatureSpec#FFT_SIZE} real samples: a complex FFT of half the size
 * (Stockham's self-sorting order, radix 4), then the split into even and odd halves. In double
 * precision, because the golden tolerance of 0.001 dB holds for bins 80 dB below the loudest, too.
 * Not thread-safe: it owns its work space.
 */
final class RealFft {

  private static final int N = FeatureSpec.FFT_SIZE / 2;
  private static final double[] COS = new double[N + 1];
  private static final double[] SIN = new double[N + 1];

  static {
    // exp(-2 pi i k / 1024)
    for (int k = 0; k <= N; k++) {
      COS[k] = Math.cos(Math.PI * k / N);
      SIN[k] = -Math.sin(Math.PI * k / N);
    }
  }

  private double[] re = new double[N];
  private double[] im = new double[N];
  private double[] re2 = new double[N];
  private double[] im2 = new double[N];

  /** Writes {@code |X[k]|^2} of {@code x[0..1023]} for k = 0..512 into {@code power}. */
  void power(double[] x, double[] power) {
    for (int j = 0; j < N; j++) {
      re[j] = x[2 * j];
      im[j] = x[2 * j + 1];
    }
    int stride = 1;
    for (int n = N; n >= 4; n /= 4, stride *= 4) {
      radix4(re, im, re2, im2, n, stride);
      swap();
    }
    radix2(re, im, re2, im2);
    swap();
    split(re, im, power);
  }

  private void swap() {
    double[] r = re;
    re = re2;
    re2 = r;
    double[] i = im;
    im = im2;
    im2 = i;
  }

  private static void radix4(
      double[] re, double[] im, double[] outRe, double[] outIm, int n, int stride) {
    int m = n / 4;
    int quarter = stride * m;
    for (int p = 0; p < m; p++) {
      int w = 2 * p * stride;
      double c1 = COS[w];
      double s1 = SIN[w];
      double c2 = c1 * c1 - s1 * s1;
      double s2 = 2 * c1 * s1;
      double c3 = c1 * c2 - s1 * s2;
      double s3 = c1 * s2 + s1 * c2;
      int from = stride * p;
      int to = stride * 4 * p;
      for (int q = 0; q < stride; q++) {
        int a = from + q;
        double sumRe = re[a] + re[a + 2 * quarter];
        double sumIm = im[a] + im[a + 2 * quarter];
        double difRe = re[a] - re[a + 2 * quarter];
        double difIm = im[a] - im[a + 2 * quarter];
        double sumRe2 = re[a + quarter] + re[a + 3 * quarter];
        double sumIm2 = im[a + quarter] + im[a + 3 * quarter];
        double turnRe = im[a + 3 * quarter] - im[a + quarter];
        double turnIm = re[a + quarter] - re[a + 3 * quarter];
        int b = to + q;
        outRe[b] = sumRe + sumRe2;
        outIm[b] = sumIm + sumIm2;
        double r1 = difRe - turnRe;
        double i1 = difIm - turnIm;
        outRe[b + stride] = c1 * r1 - s1 * i1;
        outIm[b + stride] = c1 * i1 + s1 * r1;
        double r2 = sumRe - sumRe2;
        double i2 = sumIm - sumIm2;
        outRe[b + 2 * stride] = c2 * r2 - s2 * i2;
        outIm[b + 2 * stride] = c2 * i2 + s2 * r2;
        double r3 = difRe + turnRe;
        double i3 = difIm + turnIm;
        outRe[b + 3 * stride] = c3 * r3 - s3 * i3;
        outIm[b + 3 * stride] = c3 * i3 + s3 * r3;
      }
    }
  }

  private static void radix2(double[] re, double[] im, double[] outRe, double[] outIm) {
    for (int q = 0; q < N / 2; q++) {
      outRe[q] = re[q] + re[q + N / 2];
      outIm[q] = im[q] + im[q + N / 2];
      outRe[q + N / 2] = re[q] - re[q + N / 2];
      outIm[q + N / 2] = im[q] - im[q + N / 2];
    }
  }

  private static void split(double[] re, double[] im, double[] power) {
    double dc = re[0] + im[0];
    double nyquist = re[0] - im[0];
    power[0] = dc * dc;
    power[N] = nyquist * nyquist;
    for (int k = 1; k < N; k++) {
      double evenRe = 0.5 * (re[k] + re[N - k]);
      double evenIm = 0.5 * (im[k] - im[N - k]);
      double oddRe = 0.5 * (im[k] + im[N - k]);
      double oddIm = 0.5 * (re[N - k] - re[k]);
      double r = evenRe + COS[k] * oddRe - SIN[k] * oddIm;
      double i = evenIm + COS[k] * oddIm + SIN[k] * oddRe;
      power[k] = r * r + i * i;
    }
  }
}
