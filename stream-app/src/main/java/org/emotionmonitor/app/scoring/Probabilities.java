package org.emotionmonitor.app.scoring;

/**
 * One row of the model's answer; the arrays are not changed after construction.
 *
 * @param emotion [5], in the order of the emotions
 * @param rate [3]
 * @param volume [3]
 * @param attention [T or longer]: the weights of the window's frames, zeros after them
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier from the model to the event; never compared.
public record Probabilities(float[] emotion, float[] rate, float[] volume, float[] attention) {

  /** Index of the largest. */
  static int likeliest(float[] p) {
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }
}
