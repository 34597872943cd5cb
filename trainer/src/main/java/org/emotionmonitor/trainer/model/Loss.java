package org.emotionmonitor.trainer.model;

/**
 * What training minimizes.
 *
 * @param emotion weight of the emotion head; the other two alike
 * @param smoothing share of a label that is spread over all classes
 * @param classWeightPower 0: every utterance counts alike; 1: every emotion counts alike
 * @param focus γ of the focal loss of the emotion head; 0 is cross entropy
 */
public record Loss(
    double emotion,
    double rate,
    double volume,
    double smoothing,
    double classWeightPower,
    double focus) {

  /** The paper's weights of the heads, with some smoothing and class weights added. */
  public static final Loss DEFAULT = new Loss(1.0, 0.3, 0.3, 0.05, 0.75, 0);
}
