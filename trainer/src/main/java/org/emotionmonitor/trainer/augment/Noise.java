package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** Adds noise. The measured level stays that of the speech. */
final class Noise {

  private static final double SPEECH_CORNER_HZ = 500;
  private static final double SILENCE_DB = -90;

  private Noise() {}

  /**
   * Gaussian noise between white and brown, as rooms and lines have it, at a signal-to-noise ratio
   * drawn uniformly in dB, relative to the level as a whole.
   */
  static Clip snr(Clip clip, double lowDb, double highDb, Random random) {
    double level = Decibels.rms(clip.samples()) - Level.uniform(lowDb, highDb, random);
    return level(clip, level, random);
  }

  /** The same noise at a level in dB re full scale. */
  static Clip level(Clip clip, double levelDb, Random random) {
    float[] noise = noise(clip.samples().length, 0.9 * random.nextDouble(), random);
    return add(clip, noise, levelDb);
  }

  /** White Gaussian noise at a ratio to the level as a whole, drawn uniformly in dB. */
  static Clip white(Clip clip, double lowDb, double highDb, Random random) {
    double level = Decibels.rms(clip.samples()) - Level.uniform(lowDb, highDb, random);
    return add(clip, noise(clip.samples().length, 0, random), level);
  }

  /** Background at a ratio in dB to the active level of the speech (ITU-T P.56). */
  static Clip behind(Clip clip, Background background, double snrDb, Random random) {
    double speech = SpeechLevel.of(clip.samples(), clip.sampleRate());
    if (Double.isNaN(speech)) {
      return clip;
    }
    float[] noise = background.draw(clip.samples().length, clip.sampleRate(), random);
    return Decibels.rms(noise) < SILENCE_DB ? clip : add(clip, noise, speech - snrDb);
  }

  /**
   * Gaussian noise that falls by 6 dB an octave above 500 Hz: about the long-term spectrum of
   * speech.
   */
  static float[] speechShaped(int length, int sampleRate, Random random) {
    return noise(length, Math.exp(-2 * Math.PI * SPEECH_CORNER_HZ / sampleRate), random);
  }

  private static Clip add(Clip clip, float[] noise, double levelDb) {
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
