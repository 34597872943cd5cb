package org.emotionmonitor.trainer.evaluation;

import org.emotionmonitor.trainer.data.Example;

/**
 * A network's answer for one example.
 *
 * @param emotion probabilities, uncalibrated
 * @param rate probabilities, as volume; empty if the network has no such head
 */
public record Prediction(Example example, float[] emotion, float[] rate, float[] volume) {

  /** The largest probability of an emotion, its logits divided by {@code temperature}. */
  public double confidence(double temperature) {
    return Calibration.scale(emotion, temperature)[best(emotion)];
  }

  /** Whether the most likely emotion is the label, which must be there. */
  public boolean isRight() {
    return best(emotion) == example.emotion().getAsInt();
  }

  /** Index of the largest probability. */
  static int best(float[] probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return best;
  }
}
