package org.emotionmonitor.trainer.data;

import java.util.Arrays;
import java.util.Locale;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * What the network sees of a window's z-scored features. The forms with the window's mean taken out
 * hide what a speaker, a microphone and a line have in common over the whole window.
 */
public enum InputForm {
  /** Z-scores by the training set's mean and deviation. */
  ZSCORE(true, false, false, 0),
  /** Z-scores less their mean over the window. */
  CENTRED(false, true, false, 0),
  /** The same, divided by the deviation over the window. */
  STANDARDIZED(false, true, true, 0),
  /** The same, but for MFCC 0, the level of a frame, which stays a z-score. */
  STANDARDIZED_LEVEL(false, true, true, 1),
  /**
   * The same by the loud frames alone, clipped: how long a window's pauses are, and how silent,
   * does not move its speech.
   */
  SPEECH_LEVEL(false, true, true, 1),
  /** Z-scores and centred z-scores, side by side. */
  ZSCORE_CENTRED(true, true, false, 0),
  /** Z-scores and standardized ones, side by side. */
  ZSCORE_STANDARDIZED(true, true, true, 0);

  /** Added to a window's variance: a hundredth of that of the training set. */
  public static final float SMALLEST_VARIANCE = 0.01f;

  /** How far below the loudest frame of a window a loud one may be, in dB of the log-mel's mean. */
  private static final double LOUD_RANGE_DB = 25;

  private static final float LIMIT = 5;

  private final boolean absolute;
  private final boolean relative;
  private final boolean scaled;
  private final int kept;

  InputForm(boolean absolute, boolean relative, boolean scaled, int kept) {
    this.absolute = absolute;
    this.relative = relative;
    this.scaled = scaled;
    this.kept = kept;
  }

  /** Whether z-scores are seen as they are; they come first. */
  public boolean absolute() {
    return absolute;
  }

  /** Whether z-scores are seen less the window's mean. */
  public boolean relative() {
    return relative;
  }

  /** Whether the latter are divided by the window's deviation. */
  public boolean scaled() {
    return scaled;
  }

  /** How many of the first features stay z-scores all the same. */
  public int kept() {
    return kept;
  }

  /**
   * Frames count in mean and deviation if their MFCC 0 is at most this far below that of the
   * loudest, in z-scores; infinite where all count. By the orthonormal DCT, MFCC 0 is the mean of
   * the log-mel times the root of the number of bands.
   */
  public float activeRange(Normalization normalization) {
    return this == SPEECH_LEVEL
        ? (float) (LOUD_RANGE_DB * Math.sqrt(FeatureSpec.MEL_BANDS) / normalization.std()[0])
        : Float.POSITIVE_INFINITY;
  }

  /** The relative scores are clipped to ± this. */
  public float limit() {
    return this == SPEECH_LEVEL ? LIMIT : Float.POSITIVE_INFINITY;
  }

  /** Numbers per frame. */
  public int width() {
    return (absolute && relative ? 2 : 1) * FeatureSpec.FEATURES;
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Turns z-scores [frames][205] into [frames][width]. */
  float[] of(float[] scores, int frames, Normalization normalization) {
    if (!relative) {
      return scores;
    }
    int features = FeatureSpec.FEATURES;
    int first = absolute ? features : 0;
    boolean[] counts = counts(scores, frames, activeRange(normalization));
    float[] mean = mean(scores, frames, counts);
    float[] scale = scale(scores, frames, counts, mean);
    Arrays.fill(mean, 0, kept, 0f);
    Arrays.fill(scale, 0, kept, 1f);
    float limit = limit();
    float[] out = new float[frames * width()];
    for (int t = 0; t < frames; t++) {
      int from = t * features;
      int to = t * width();
      if (absolute) {
        System.arraycopy(scores, from, out, to, features);
      }
      for (int d = 0; d < features; d++) {
        float value = (scores[from + d] - mean[d]) * scale[d];
        out[to + first + d] = Math.max(-limit, Math.min(limit, value));
      }
    }
    return out;
  }

  private static boolean[] counts(float[] scores, int frames, float range) {
    float loudest = Float.NEGATIVE_INFINITY;
    for (int t = 0; t < frames; t++) {
      loudest = Math.max(loudest, scores[t * FeatureSpec.FEATURES]);
    }
    boolean[] counts = new boolean[frames];
    for (int t = 0; t < frames; t++) {
      counts[t] = scores[t * FeatureSpec.FEATURES] >= loudest - range;
    }
    return counts;
  }

  /** One over the deviation of each feature where it is divided by, else 1. */
  private float[] scale(float[] scores, int frames, boolean[] counts, float[] mean) {
    float[] scale = new float[FeatureSpec.FEATURES];
    if (!scaled) {
      Arrays.fill(scale, 1f);
      return scale;
    }
    float[] squares = new float[scores.length];
    for (int t = 0; t < frames; t++) {
      for (int d = 0; d < scale.length; d++) {
        float x = scores[t * scale.length + d] - mean[d];
        squares[t * scale.length + d] = x * x;
      }
    }
    float[] variance = mean(squares, frames, counts);
    for (int d = 0; d < scale.length; d++) {
      scale[d] = (float) (1 / Math.sqrt(variance[d] + SMALLEST_VARIANCE));
    }
    return scale;
  }

  /** Of each feature, over the frames that count. */
  private static float[] mean(float[] values, int frames, boolean[] counts) {
    double[] sums = new double[FeatureSpec.FEATURES];
    int counted = 0;
    for (int t = 0; t < frames; t++) {
      if (counts[t]) {
        counted++;
        for (int d = 0; d < sums.length; d++) {
          sums[d] += values[t * sums.length + d];
        }
      }
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sums[d] / counted);
    }
    return mean;
  }
}
