package org.emotionmonitor.trainer.training;

import java.util.List;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Utterance;

/** Weights that let rare emotions count for more. */
public final class ClassWeights {

  private ClassWeights() {}

  /**
   * (mean count / count)^power per emotion, scaled so that the average utterance weighs 1.
   *
   * @param utterances labelled, with every emotion among them
   */
  public static double[] of(List<Utterance> utterances, int classes, double power) {
    double[] counts = new double[classes];
    for (Utterance u : utterances) {
      counts[u.emotion().getAsInt()]++;
    }
    for (int c = 0; c < classes; c++) {
      if (counts[c] == 0) {
        throw new TrainerException(
            "class %d of %d has no utterance in train; add some, or leave the class out"
                .formatted(c + 1, classes));
      }
    }
    double[] weights = new double[counts.length];
    double total = 0;
    for (int c = 0; c < counts.length; c++) {
      weights[c] = Math.pow(utterances.size() / (counts.length * counts[c]), power);
      total += weights[c] * counts[c];
    }
    for (int c = 0; c < counts.length; c++) {
      weights[c] *= utterances.size() / total;
    }
    return weights;
  }
}
