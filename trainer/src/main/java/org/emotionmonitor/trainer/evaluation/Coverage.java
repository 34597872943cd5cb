package org.emotionmonitor.trainer.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How accuracy grows when the least confident answers are left out. */
public final class Coverage {

  private static final int STEPS = 20;

  private Coverage() {}

  /**
   * One choice of a threshold.
   *
   * @param coverage share of utterances that are answered
   * @param threshold their least confidence
   * @param accuracy of their answers
   */
  public record Point(double coverage, double threshold, double accuracy) {}

  /** From everything answered down to a twentieth. */
  public static List<Point> points(List<Prediction> predictions, double temperature) {
    List<Prediction> order = new ArrayList<>(predictions);
    order.sort(Comparator.comparingDouble((Prediction p) -> p.confidence(temperature)).reversed());
    List<Point> points = new ArrayList<>();
    for (int step = STEPS; step > 0; step--) {
      int count = (int) Math.ceil(order.size() * step / (double) STEPS);
      List<Prediction> answered = order.subList(0, count);
      points.add(
          new Point(
              count / (double) order.size(),
              answered.get(count - 1).confidence(temperature),
              answered.stream().filter(Prediction::isRight).count() / (double) count));
    }
    return points;
  }
}
