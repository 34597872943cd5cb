package org.emotionmonitor.onnx.export;

/**
 * What the first layer sees of the z-scores: themselves, the z-scores less their mean over the
 * window's frames that count, or both side by side in this order.
 *
 * @param absolute whether z-scores are seen as they are
 * @param relative whether they are seen less the window's mean
 * @param scaled whether the latter are divided by the window's deviation, the root of variance plus
 *     {@code smallestVariance}
 * @param kept how many of the first features stay z-scores among the relative ones
 * @param activeRange mean and deviation are those of the frames whose first feature, the level, is
 *     at most this far below the loudest frame's, in z-scores; infinite where all frames count
 * @param limit the relative ones are clipped to ±limit; infinite where they are not
 * @param framesPerStep consecutive frames that are averaged into one step of the first layer; the
 *     last step of a window may have fewer
 */
public record InputView(
    boolean absolute,
    boolean relative,
    boolean scaled,
    float smallestVariance,
    int kept,
    float activeRange,
    float limit,
    int framesPerStep) {

  /** Z-scores alone. */
  public static final InputView ZSCORE = new InputView(true, false, false, 0);

  /** Every frame counts and is a step, nothing is kept or clipped. */
  public InputView(boolean absolute, boolean relative, boolean scaled, float smallestVariance) {
    this(
        absolute,
        relative,
        scaled,
        smallestVariance,
        0,
        Float.POSITIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        1);
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if nothing is seen, a deviation could be zero, or one of the
   *     numbers makes no sense
   */
  public InputView {
    if (!absolute && !relative) {
      throw new IllegalArgumentException("the input must be absolute, relative or both");
    }
    if (scaled && !(smallestVariance > 0)) {
      throw new IllegalArgumentException(
          "smallest variance is %s, expected above 0".formatted(smallestVariance));
    }
    if (kept < 0 || (kept > 0 && !relative)) {
      throw new IllegalArgumentException(
          "kept is %d, expected 0, or above 0 for a relative input".formatted(kept));
    }
    if (!(activeRange > 0) || !(limit > 0)) {
      throw new IllegalArgumentException(
          "active range is %s and limit %s, expected above 0".formatted(activeRange, limit));
    }
    if (framesPerStep < 1) {
      throw new IllegalArgumentException(
          "frames per step is %d, expected 1 or more".formatted(framesPerStep));
    }
  }

  /** The same with steps of another number of frames. */
  public InputView withFramesPerStep(int frames) {
    return new InputView(
        absolute, relative, scaled, smallestVariance, kept, activeRange, limit, frames);
  }

  /** Whether every feature is seen less its window's mean and divided by its deviation, no more. */
  boolean isStandardized() {
    return !absolute
        && scaled
        && kept == 0
        && Float.isInfinite(activeRange)
        && Float.isInfinite(limit);
  }

  /** Numbers per frame, of so many features. */
  public int width(int features) {
    return (absolute && relative ? 2 : 1) * features;
  }
}
