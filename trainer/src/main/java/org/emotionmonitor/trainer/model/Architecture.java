package org.emotionmonitor.trainer.model;

import org.emotionmonitor.trainer.data.InputForm;
import org.emotionmonitor.trainer.data.Steps;

/**
 * The network's shape.
 *
 * @param input what the first layer sees of a frame
 * @param framesPerStep frames that are averaged into one step of the first layer
 * @param layers LSTM layers
 * @param hidden units per direction and layer
 * @param attention columns of the attention's W
 * @param attentionHeads weightings that attention pools by, side by side
 * @param dropout share of activations dropped between layers and before the heads
 */
public record Architecture(
    Family family,
    Pooling pooling,
    InputForm input,
    int framesPerStep,
    int layers,
    int hidden,
    int attention,
    int attentionHeads,
    double dropout) {

  /** The paper's: two layers of 128, and its pooling; with dropout. */
  public static Architecture of(Family family) {
    return new Architecture(
        family,
        family.attention() ? Pooling.ATTENTION : Pooling.LAST,
        InputForm.ZSCORE,
        1,
        2,
        128,
        256,
        1,
        0.3);
  }

  /** The same with other layer sizes. */
  public Architecture withSize(int hidden, int attention) {
    return new Architecture(
        family, pooling, input, framesPerStep, layers, hidden, attention, attentionHeads, dropout);
  }

  /** The same for another view of a frame. */
  public Architecture withInput(InputForm other) {
    return new Architecture(
        family, pooling, other, framesPerStep, layers, hidden, attention, attentionHeads, dropout);
  }

  /** How frames become steps. */
  public Steps steps() {
    return new Steps(framesPerStep);
  }

  /** Channels of a layer's output. */
  public int channels() {
    return family.bidirectional() ? 2 * hidden : hidden;
  }

  /** Numbers that the heads see. */
  public int context() {
    return pooling == Pooling.ATTENTION ? attentionHeads * channels() : channels();
  }
}
