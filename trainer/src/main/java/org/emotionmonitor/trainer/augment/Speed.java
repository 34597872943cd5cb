package org.emotionmonitor.trainer.augment;

import java.util.Random;

/**
 * Plays faster or slower, pitch and formants with it: another speaker's voice, roughly (Ko et al.
 * 2015).
 */
final class Speed {

  private static final double SLOWEST = 0.88;
  private static final double FASTEST = 1.14;

  /** Rates are multiples of it, so that resamplers need few phases. */
  private static final int GRID_HZ = 50;

  private Speed() {}

  /** The same samples at another rate; measured seconds shrink or grow with it. */
  static Clip change(Clip clip, Random random) {
    double factor = Level.uniform(SLOWEST, FASTEST, random);
    int rate = (int) Math.round(clip.sampleRate() * factor / GRID_HZ) * GRID_HZ;
    double exact = rate / (double) clip.sampleRate();
    return new Clip(
        clip.samples(), rate, clip.syllables(), clip.speechSeconds() / exact, clip.activeLevelDb());
  }
}
