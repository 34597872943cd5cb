package org.emotionmonitor.trainer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Percentile bootstrap over speakers (Efron and Tibshirani 1993): whole speakers are drawn with
 * replacement, since utterances of one speaker are alike.
 */
final class Bootstrap {

  private static final int DRAWS = 2_000;
  private static final long SEED = 1;

  private Bootstrap() {}

  /** The 95 % interval of a number of the emotions' confusion; empty with fewer than 3 speakers. */
  static Optional<Interval> of(
      List<Prediction> predictions, int classes, ToDoubleFunction<Confusion> number) {
    Map<String, List<Prediction>> bySpeaker =
        predictions.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.example().utterance().speaker(), TreeMap::new, Collectors.toList()));
    List<Confusion> speakers =
        bySpeaker.values().stream().map(own -> Confusion.ofEmotions(own, classes)).toList();
    if (speakers.size() < 3) {
      return Optional.empty();
    }
    Random random = new Random(SEED);
    double[] values = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      Confusion sum = new Confusion(new int[classes][classes]);
      for (int s = 0; s < speakers.size(); s++) {
        sum = sum.plus(speakers.get(random.nextInt(speakers.size())));
      }
      values[i] = number.applyAsDouble(sum);
    }
    Arrays.sort(values);
    return Optional.of(
        new Interval(values[(int) (0.025 * DRAWS)], values[(int) (0.975 * DRAWS) - 1]));
  }
}
