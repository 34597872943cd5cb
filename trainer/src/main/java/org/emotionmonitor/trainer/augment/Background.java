package org.emotionmonitor.trainer.augment;

import java.util.Random;

/** What is heard beside the speech: noises of rooms and streets, hold music. */
public interface Background {

  /**
   * A stretch of it, the same for the same random state.
   *
   * @return [length] at {@code sampleRate}, in [-1, 1], at any level
   */
  float[] draw(int length, int sampleRate, Random random);

  /** Tells one from another in the names of cached files. */
  String id();

  /** Generated noise with about the long-term spectrum of speech. */
  static Background generated() {
    return new Background() {
      @Override
      public float[] draw(int length, int sampleRate, Random random) {
        return Noise.speechShaped(length, sampleRate, random);
      }

      @Override
      public String id() {
        return "generated";
      }
    };
  }
}
