package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** Tilts the spectrum around a corner frequency, as another microphone or handset would. */
final class Colour {

  private static final double LOWEST_CORNER_HZ = 400;
  private static final double HIGHEST_CORNER_HZ = 2_500;
  private static final double LARGEST_DB = 8;

  private Colour() {}

  /** What lies above the corner is made louder or softer; the level as a whole is kept. */
  static Clip tilt(Clip clip, Random random) {
    double corner = Level.uniform(LOWEST_CORNER_HZ, HIGHEST_CORNER_HZ, random);
    float high = Decibels.toRatio(Level.uniform(-LARGEST_DB, LARGEST_DB, random));
    float[] out = Level.matched(shelf(clip, corner, high), clip.samples());
    return clip.with(out, clip.sampleRate()).remeasured();
  }

  /** A one-pole low-pass splits the signal; the upper part is scaled by {@code high}. */
  private static float[] shelf(Clip clip, double corner, float high) {
    float pole = (float) Math.exp(-2 * Math.PI * corner / clip.sampleRate());
    float[] out = new float[clip.samples().length];
    float low = 0;
    for (int i = 0; i < out.length; i++) {
      float x = clip.samples()[i];
      low = pole * low + (1 - pole) * x;
      out[i] = low + high * (x - low);
    }
    return out;
  }
}
