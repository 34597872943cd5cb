package org.emotionmonitor.core.audio;

/** The modified Bessel function of the first kind, order 0, by its power series. */
final class BesselI0 {

  private BesselI0() {}

  static double of(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-18; k++) {
      double r = x / (2 * k);
      term *= r * r;
      sum += term;
    }
    return sum;
  }
}
