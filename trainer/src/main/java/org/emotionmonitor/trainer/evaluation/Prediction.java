package org.emotionmonitor.trainer.evaluation;

import org.emotionmonitor.trainer.data.Example;

/**
 * A network's answer for one example.
 *
 * @param emotion probabilities, uncalibrated
 * @param rate probabilities, as volume; empty if the network has no such head
 */
public record Prediction(Example example, float[] emotion, float[] rate, float[] volume) {

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
