package org.emotionmonitor.trainer.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Counts of true class (row) against predicted class (column).
 *
 * @param counts [classes][classes]
 */
public record Confusion(int[][] counts) {

  /** Counts the predictions whose {@code label} is known; none of a head that is not there. */
  public static Confusion of(
      List<Prediction> predictions,
      int classes,
      Function<Prediction, OptionalInt> label,
      Function<Prediction, float[]> probabilities) {
    int[][] counts = new int[classes][classes];
    for (Prediction p : predictions) {
      float[] answer = probabilities.apply(p);
      if (answer.length > 0) {
        label.apply(p).ifPresent(l -> counts[l][Prediction.best(answer)]++);
      }
    }
    return new Confusion(counts);
  }

  /** Classes are in the model's order, which is that of the enum. */
  @SuppressWarnings("EnumOrdinal")
  static OptionalInt index(Optional<? extends Enum<?>> label) {
    return label.isPresent() ? OptionalInt.of(label.get().ordinal()) : OptionalInt.empty();
  }

  /** Share of right answers; NaN of nothing. */
  public double accuracy() {
    int right = 0;
    int all = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      all += sum(counts[c]);
    }
    return right / (double) all;
  }

  /** Unweighted average recall: the mean of the recalls of the classes that occur. */
  public double uar() {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < counts.length; c++) {
      int all = sum(counts[c]);
      if (all > 0) {
        sum += counts[c][c] / (double) all;
        present++;
      }
    }
    return sum / present;
  }

  private static int sum(int[] row) {
    int sum = 0;
    for (int n : row) {
      sum += n;
    }
    return sum;
  }
}
