package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** Variants of one utterance: other voices, microphones and distances. */
final class Voices {

  private static final double CHANCE = 0.5;

  private Voices() {}

  /** Speed with pitch and formants, spectral tilt, and level. */
  static Clip other(Clip clip, Random random) {
    return Level.gain(Colour.tilt(Speed.change(clip, random), random), -10, 10, random);
  }

  /**
   * The augmentation of the paper: time stretch 0.7 to 1.3, pitch by up to 4 semitones, gain 0.6 to
   * 1.4 and Gaussian noise, each with a chance of one half.
   */
  static Clip paper(Clip clip, Random random) {
    Clip made = clip;
    if (random.nextDouble() < CHANCE) {
      made = TimeStretch.of(made, Level.uniform(0.7, 1.3, random));
    }
    if (random.nextDouble() < CHANCE) {
      made = PitchShift.of(made, Level.uniform(-4, 4, random));
    }
    if (random.nextDouble() < CHANCE) {
      made = Level.ratio(made, 0.6, 1.4, random);
    }
    return random.nextDouble() < CHANCE ? Noise.white(made, 15, 40, random) : made;
  }
}
