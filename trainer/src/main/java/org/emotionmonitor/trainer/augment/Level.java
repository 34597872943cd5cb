package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** Changes the level, as another microphone, line or gain control would. */
final class Level {

  /** Largest peak that a change may end in. */
  static final float HEADROOM = 0.99f;

  private Level() {}

  /** Gain drawn uniformly in dB. */
  static Clip gain(Clip clip, double lowDb, double highDb, Random random) {
    return apply(clip, uniform(lowDb, highDb, random));
  }

  /**
   * Gain such that the active level is drawn uniformly; where it is unknown, the level as a whole.
   */
  static Clip target(Clip clip, double lowDb, double highDb, Random random) {
    double known = clip.activeLevelDb();
    double level = Double.isNaN(known) ? Decibels.rms(clip.samples()) : known;
    return apply(clip, uniform(lowDb, highDb, random) - level);
  }

  /** Applies the gain, or as much of it as does not clip, and moves the measured level with it. */
  static Clip apply(Clip clip, double gainDb) {
    float peak = Math.max(Decibels.peak(clip.samples()), 1e-9f);
    float ratio = Math.min(Decibels.toRatio(gainDb), Math.max(1f, HEADROOM / peak));
    float[] out = new float[clip.samples().length];
    for (int i = 0; i < out.length; i++) {
      out[i] = ratio * clip.samples()[i];
    }
    return new Clip(
        out,
        clip.sampleRate(),
        clip.syllables(),
        clip.speechSeconds(),
        clip.activeLevelDb() + Decibels.ofRatio(ratio));
  }

  /** Gain drawn uniformly as a ratio of amplitudes. */
  static Clip ratio(Clip clip, double low, double high, Random random) {
    return apply(clip, Decibels.ofRatio(uniform(low, high, random)));
  }

  /**
   * {@code samples} at the level as a whole of {@code model}, or as near to it as does not clip.
   */
  static float[] matched(float[] samples, float[] model) {
    float peak = Math.max(Decibels.peak(samples), 1e-9f);
    float ratio =
        Math.min(Decibels.toRatio(Decibels.rms(model) - Decibels.rms(samples)), HEADROOM / peak);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= ratio;
    }
    return samples;
  }

  static double uniform(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }
}
