package org.emotionmonitor.trainer.model;

/**
 * How training goes about it: Adam with a cosine from one rate to another.
 *
 * @param epochs length of the cosine, and of training unless it stops early
 * @param batch examples per step
 * @param learningRate at epoch 0
 * @param lastLearningRate at the end of the cosine
 * @param l2 weight of the squared weights in the loss
 * @param clip largest L2 norm of one layer's gradient
 * @param averageDecay share of the averaged weights that a step keeps; 0 uses the weights as they
 *     are
 * @param patience epochs without a better one on dev after which training stops; 0: never
 */
public record Optimizer(
    int epochs,
    int batch,
    double learningRate,
    double lastLearningRate,
    double l2,
    double clip,
    double averageDecay,
    int patience) {

  /** The paper's batch, rate and cosine, with a little L2, clipping and averaging added. */
  public static Optimizer defaults(int epochs) {
    return new Optimizer(epochs, 32, 1e-3, 1e-5, 1e-5, 5, 0.99, 0);
  }
}
