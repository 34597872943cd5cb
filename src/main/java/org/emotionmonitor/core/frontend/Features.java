package org.emotionmonitor.core.frontend;

import org.emotionmonitor.core.features.FeatureSpec;

/** The features of a whole utterance, through the same front end as a live leg's. */
public final class Features {

  private Features() {}

  /**
   * All 205 features of an utterance of one channel.
   *
   * @param samples in [-1, 1]
   * @param sampleRate 8,000 to 48,000 Hz
   * @return [frames x 205], row by row
   * @throws IllegalArgumentException if it is shorter than the 9 frames (105 ms) of a difference
   */
  public static float[] of(float[] samples, int sampleRate) {
    long resampled =
        (long) Math.ceil((double) samples.length * FeatureSpec.SAMPLE_RATE / sampleRate);
    long frames = (resampled - FeatureSpec.FRAME_LENGTH) / FeatureSpec.FRAME_SHIFT + 1;
    if (resampled < FeatureSpec.FRAME_LENGTH || frames < FeatureSpec.DELTA_WIDTH) {
      throw new IllegalArgumentException(
          "%d samples at %d Hz are too short for features; give at least 105 ms"
              .formatted(samples.length, sampleRate));
    }
    FrontEnd frontEnd = new FrontEnd(sampleRate, Math.toIntExact(frames));
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    float[] out = new float[Math.toIntExact(frontEnd.frames() * FeatureSpec.FEATURES)];
    frontEnd.window(frontEnd.frames(), Math.toIntExact(frontEnd.frames()), out, 0);
    return out;
  }
}
