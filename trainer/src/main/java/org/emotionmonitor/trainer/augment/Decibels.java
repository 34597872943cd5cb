package org.emotionmonitor.trainer.augment;

/** Amplitude ratios and levels. */
final class Decibels {

  private Decibels() {}

  static float toRatio(double db) {
    return (float) Math.pow(10, db / 20);
  }

  static double ofRatio(double ratio) {
    return 20 * Math.log10(ratio);
  }

  /** Level of the samples' power, dB re full scale; −120 of digital silence. */
  static double rms(float[] samples) {
    double sum = 0;
    for (float s : samples) {
      sum += (double) s * s;
    }
    return Math.max(-120, 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-30));
  }

  static float peak(float[] samples) {
    float peak = 0;
    for (float s : samples) {
      peak = Math.max(peak, Math.abs(s));
    }
    return peak;
  }
}
