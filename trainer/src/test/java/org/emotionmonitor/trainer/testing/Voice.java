package org.emotionmonitor.trainer.testing;

import be.tarsos.dsp.pitch.FastYin;
import be.tarsos.dsp.pitch.PitchDetectionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A generated voice, and its pitch as FFT_YIN hears it. */
public final class Voice {

  private static final int YIN_BLOCK = 2_048;
  private static final int YIN_STEP = 512;

  private Voice() {}

  /** Eight harmonics, four syllables a second, between two pauses of 0.3 s. */
  public static float[] of(double pitch, double seconds, int rate) {
    int pause = (int) (0.3 * rate);
    float[] samples = new float[2 * pause + (int) (seconds * rate)];
    for (int i = pause; i < samples.length - pause; i++) {
      double t = (i - pause) / (double) rate;
      double sum = 0;
      for (int h = 1; h <= 8; h++) {
        sum += Math.sin(2 * Math.PI * pitch * h * t) / h;
      }
      samples[i] = (float) (0.1 * (1.5 - Math.cos(8 * Math.PI * t)) * sum);
    }
    return samples;
  }

  /** Median pitch of the frames that have one, in Hz. */
  public static double pitch(float[] samples, int rate) {
    FastYin yin = new FastYin(rate, YIN_BLOCK);
    List<Float> pitches = new ArrayList<>();
    for (int i = 0; i + YIN_BLOCK <= samples.length; i += YIN_STEP) {
      PitchDetectionResult result = yin.getPitch(Arrays.copyOfRange(samples, i, i + YIN_BLOCK));
      if (result.isPitched()) {
        pitches.add(result.getPitch());
      }
    }
    pitches.sort(null);
    return pitches.get(pitches.size() / 2);
  }

  /**
   * Energy within 14 Hz of the voice's harmonics against all the rest, in the middle half second.
   */
  public static double harmonicToNoiseDb(float[] samples, double pitch, int rate) {
    int n = rate / 2;
    double[] windowed = new double[n];
    double energy = 0;
    for (int i = 0; i < n; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
      windowed[i] = hann * samples[samples.length / 2 - n / 2 + i];
      energy += windowed[i] * windowed[i];
    }
    double harmonics = 0;
    for (int bin = 1; bin < n / 2; bin++) {
      double hz = bin * rate / (double) n;
      double nearest = Math.max(1, Math.rint(hz / pitch));
      if (nearest <= 8 && Math.abs(hz - nearest * pitch) <= 14) {
        harmonics += 2 * power(windowed, bin) / n;
      }
    }
    return 10 * Math.log10(harmonics / (energy - harmonics));
  }

  private static double power(double[] x, int bin) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < x.length; i++) {
      double angle = 2 * Math.PI * bin * i / x.length;
      re += x[i] * Math.cos(angle);
      im += x[i] * Math.sin(angle);
    }
    return re * re + im * im;
  }

  /** Hundredths of a semitone from one pitch to another. */
  public static double cents(double from, double to) {
    return 1_200 * Math.log(to / from) / Math.log(2);
  }

  /** Seconds until the voice begins, and until it ends. */
  public static double[] bounds(float[] samples, int rate) {
    float threshold = 0.02f;
    int first = 0;
    while (Math.abs(samples[first]) < threshold) {
      first++;
    }
    int last = samples.length - 1;
    while (Math.abs(samples[last]) < threshold) {
      last--;
    }
    return new double[] {first / (double) rate, last / (double) rate};
  }
}
