package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** Adds Gaussian noise between white and brown, as rooms and lines have it. */
final class Noise {

  private Noise() {}

  /** Noise at a signal-to-noise ratio drawn uniformly in dB, relative to the level as a whole. */
  static Clip snr(Clip clip, double lowDb, double highDb, Random random) {
    double level = Decibels.rms(clip.samples()) - Level.uniform(lowDb, highDb, random);
    return level(clip, level, random);
  }

  /** Noise at a level in dB re full scale. */
  static Clip level(Clip clip, double levelDb, Random random) {
    float[] noise = noise(clip.samples().length, 0.9 * random.nextDouble(), random);
    float ratio = Decibels.toRatio(levelDb - Decibels.rms(noise));
    float[] out = new float[noise.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(-1f, Math.min(1f, clip.samples()[i] + ratio * noise[i]));
    }
    return clip.with(out, clip.sampleRate());
  }

  /** First-order low-passed Gaussian noise; pole 0 is white. */
  private static float[] noise(int length, double pole, Random random) {
    float[] noise = new float[length];
    double state = 0;
    for (int i = 0; i < length; i++) {
      state = pole * state + random.nextGaussian();
      noise[i] = (float) state;
    }
    return noise;
  }
}
