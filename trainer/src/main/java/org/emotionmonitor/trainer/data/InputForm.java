package org.emotionmonitor.trainer.data;

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
  /** Z-scores and centred z-scores, side by side. */
  ZSCORE_CENTRED(true, true, false, 0),
  /** Z-scores and standardized ones, side by side. */
  ZSCORE_STANDARDIZED(true, true, true, 0);

  /** Added to a window's variance: a hundredth of that of the training set. */
  public static final float SMALLEST_VARIANCE = 0.01f;

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
  float[] of(float[] scores, int frames) {
    if (!relative) {
      return scores;
    }
    int features = FeatureSpec.FEATURES;
    int first = absolute ? features : 0;
    float[] out = new float[frames * width()];
    for (int d = 0; d < kept; d++) {
      for (int t = 0; t < frames; t++) {
        out[t * width() + first + d] = scores[t * features + d];
      }
    }
    for (int d = kept; d < features; d++) {
      double mean = 0;
      for (int t = 0; t < frames; t++) {
        mean += scores[t * features + d];
      }
      mean /= frames;
      double squares = 0;
      for (int t = 0; t < frames; t++) {
        double x = scores[t * features + d] - mean;
        squares += x * x;
      }
      double scale = scaled ? 1 / Math.sqrt(squares / frames + SMALLEST_VARIANCE) : 1;
      for (int t = 0; t < frames; t++) {
        out[t * width() + first + d] = (float) ((scores[t * features + d] - mean) * scale);
      }
    }
    for (int t = 0; absolute && t < frames; t++) {
      System.arraycopy(scores, t * features, out, t * width(), features);
    }
    return out;
  }
}
