package org.emotionmonitor.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.emotionmonitor.trainer.corpus.LabelSet;

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

  /** Of the emotion head. */
  public static Confusion ofEmotions(List<Prediction> predictions, int classes) {
    return of(predictions, classes, p -> p.example().emotion(), Prediction::emotion);
  }

  /** Both together. */
  public Confusion plus(Confusion other) {
    int[][] sum = new int[counts.length][counts.length];
    for (int r = 0; r < sum.length; r++) {
      for (int c = 0; c < sum.length; c++) {
        sum[r][c] = counts[r][c] + other.counts[r][c];
      }
    }
    return new Confusion(sum);
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
      all += row(c);
    }
    return right / (double) all;
  }

  /** Unweighted average recall: the mean of the recalls of the classes that occur. */
  public double uar() {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < counts.length; c++) {
      if (row(c) > 0) {
        sum += counts[c][c] / (double) row(c);
        present++;
      }
    }
    return sum / present;
  }

  /** A score per class, in the set's order. */
  public List<ClassScore> classes(LabelSet labels) {
    List<ClassScore> scores = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      int answered = column(c);
      double precision = answered == 0 ? 0 : counts[c][c] / (double) answered;
      double recall = counts[c][c] / (double) row(c);
      double f1 = counts[c][c] == 0 ? 0 : 2 * precision * recall / (precision + recall);
      scores.add(new ClassScore(labels.name(c), row(c), precision, recall, f1));
    }
    return scores;
  }

  /** Means over the classes that occur, each counting alike, or by its utterances. */
  public ClassScore average(LabelSet labels, boolean weighted) {
    List<ClassScore> present = classes(labels).stream().filter(s -> s.support() > 0).toList();
    int support = present.stream().mapToInt(ClassScore::support).sum();
    ToDoubleFunction<ToDoubleFunction<ClassScore>> mean =
        value ->
            present.stream()
                .mapToDouble(
                    s ->
                        value.applyAsDouble(s)
                            * (weighted ? s.support() / (double) support : 1.0 / present.size()))
                .sum();
    return new ClassScore(
        weighted ? "weighted" : "macro",
        support,
        mean.applyAsDouble(ClassScore::precision),
        mean.applyAsDouble(ClassScore::recall),
        mean.applyAsDouble(ClassScore::f1));
  }

  private int row(int c) {
    return Arrays.stream(counts[c]).sum();
  }

  private int column(int c) {
    return Arrays.stream(counts).mapToInt(row -> row[c]).sum();
  }
}
