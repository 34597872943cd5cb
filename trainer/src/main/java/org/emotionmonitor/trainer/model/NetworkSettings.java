package org.emotionmonitor.trainer.model;

/**
 * The network's size and what its loss and optimizer use.
 *
 * @param hidden units per direction of each LSTM layer
 * @param attention columns of the attention's W
 * @param dropout share of activations dropped before the second LSTM and before the heads
 * @param emotionWeight weight of the emotion head in the loss; the other two alike
 * @param l2 weight of the squared weights in the loss
 * @param clip largest L2 norm of one layer's gradient
 * @param learningRate Adam's, at epoch 0
 * @param lastLearningRate at the end of the cosine
 * @param epochs length of the cosine
 */
public record NetworkSettings(
    int hidden,
    int attention,
    double dropout,
    double emotionWeight,
    double rateWeight,
    double volumeWeight,
    double l2,
    double clip,
    double learningRate,
    double lastLearningRate,
    int epochs) {

  /** The paper's network and loss weights, with dropout, a little L2 and clipping added. */
  public static NetworkSettings defaults(int epochs) {
    return new NetworkSettings(128, 256, 0.3, 1.0, 0.3, 0.3, 1e-5, 5, 1e-3, 1e-5, epochs);
  }

  /** The same with other layer sizes. */
  public NetworkSettings withSize(int hidden, int attention) {
    return new NetworkSettings(
        hidden,
        attention,
        dropout,
        emotionWeight,
        rateWeight,
        volumeWeight,
        l2,
        clip,
        learningRate,
        lastLearningRate,
        epochs);
  }

  /** The same with another rate at epoch 0. */
  public NetworkSettings withLearningRate(double rate) {
    return new NetworkSettings(
        hidden,
        attention,
        dropout,
        emotionWeight,
        rateWeight,
        volumeWeight,
        l2,
        clip,
        rate,
        lastLearningRate,
        epochs);
  }
}
