package org.emotionmonitor.trainer.data;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * How a network wants its batches.
 *
 * @param input what it sees of a frame
 * @param steps how frames become the network's steps
 * @param classes of the emotion head
 * @param multiTask whether it has heads for rate and volume, too
 * @param padded whether every window is padded to {@link FeatureSpec#WINDOW_FRAMES} by frames of
 *     zeros that count like speech
 */
public record BatchFormat(
    InputForm input, Steps steps, int classes, boolean multiTask, boolean padded) {

  /** Z-scores, all heads, nothing but speech counts. */
  public static BatchFormat of(int classes) {
    return new BatchFormat(InputForm.ZSCORE, Steps.EACH, classes, true, false);
  }

  int frames(int longest) {
    return padded ? Math.max(longest, FeatureSpec.WINDOW_FRAMES) : longest;
  }
}
