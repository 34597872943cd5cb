package org.emotionmonitor.core.audio;

import java.util.function.UnaryOperator;

/**
 * What a resampler to 22,050 Hz does to a sine that is stepped through its whole input band.
 *
 * @param ripple largest departure from a gain of 1, in dB, up to 0.9 of the lower Nyquist frequency
 * @param spurious all that is not the sine itself (images, aliases), in dB re the sine, where it is
 *     worst at any frequency
 */
record SineSweep(double ripple, double spurious) {

  private static final int TARGET = 22_050;
  private static final int STEPS = 160;
  private static final int EDGE = 1_000;

  /**
   * Half a second of sine at each of 159 frequencies; {@code resampler} takes all of its samples.
   */
  static SineSweep of(int rate, UnaryOperator<float[]> resampler) {
    double nyquist = Math.min(rate, TARGET) / 2.0;
    double ripple = 0;
    double spurious = -300;
    for (int step = 1; step < STEPS; step++) {
      double hz = rate / 2.0 * step / STEPS;
      float[] out = resampler.apply(sine(rate, hz));
      double[] fit = hz < nyquist ? fit(out, hz) : new double[2];
      if (hz <= 0.9 * nyquist) {
        ripple = Math.max(ripple, Math.abs(20 * Math.log10(Math.hypot(fit[0], fit[1]))));
      }
      spurious = Math.max(spurious, rest(out, hz, fit));
    }
    return new SineSweep(ripple, spurious);
  }

  private static float[] sine(int rate, double hz) {
    float[] in = new float[rate / 2];
    for (int i = 0; i < in.length; i++) {
      in[i] = (float) Math.sin(2 * Math.PI * hz * i / rate);
    }
    return in;
  }

  /** Level of what is left when the fitted sine is taken away, in dB re the input. */
  private static double rest(float[] out, double hz, double[] fit) {
    double residual = 0;
    for (int i = EDGE; i < out.length - EDGE; i++) {
      double angle = 2 * Math.PI * hz * i / TARGET;
      double rest = out[i] - fit[0] * Math.cos(angle) - fit[1] * Math.sin(angle);
      residual += rest * rest;
    }
    return 10 * Math.log10(residual / (out.length - 2 * EDGE) / 0.5 + 1e-30);
  }

  /** Least-squares amplitudes of cosine and sine. */
  private static double[] fit(float[] out, double hz) {
    double cc = 0;
    double cs = 0;
    double ss = 0;
    double yc = 0;
    double ys = 0;
    for (int i = EDGE; i < out.length - EDGE; i++) {
      double c = Math.cos(2 * Math.PI * hz * i / TARGET);
      double s = Math.sin(2 * Math.PI * hz * i / TARGET);
      cc += c * c;
      cs += c * s;
      ss += s * s;
      yc += out[i] * c;
      ys += out[i] * s;
    }
    double det = cc * ss - cs * cs;
    return new double[] {(yc * ss - ys * cs) / det, (ys * cc - yc * cs) / det};
  }
}
