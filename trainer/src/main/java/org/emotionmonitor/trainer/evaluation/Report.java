package org.emotionmonitor.trainer.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/**
 * Numbers of one split in one condition.
 *
 * @param condition such as {@code clean}
 * @param utterances how many
 * @param loss mean negative log-likelihood of the emotions, before temperature scaling
 * @param accuracy of the emotion head; the other heads alike, NaN without the head or its labels
 * @param uar unweighted average recall of the emotion head
 * @param eceBefore expected calibration error before temperature scaling
 * @param eceAfter after it
 * @param confusion true emotion (row) against predicted (column), in the model's order
 */
@JsonPropertyOrder({"condition", "utterances", "loss", "accuracy", "uar"})
public record Report(
    String condition,
    int utterances,
    double loss,
    double accuracy,
    double uar,
    double rateAccuracy,
    double volumeAccuracy,
    double eceBefore,
    double eceAfter,
    int[][] confusion) {

  /**
   * Sums the predictions up.
   *
   * @param classes of the emotion head
   * @param temperature of {@code eceAfter}
   */
  public static Report of(
      String condition, List<Prediction> predictions, int classes, double temperature) {
    Confusion emotion =
        Confusion.of(predictions, classes, p -> p.example().emotion(), Prediction::emotion);
    Confusion rate =
        Confusion.of(
            predictions,
            Rate.values().length,
            p -> Confusion.index(p.example().rate()),
            Prediction::rate);
    Confusion volume =
        Confusion.of(
            predictions,
            Volume.values().length,
            p -> Confusion.index(p.example().volume()),
            Prediction::volume);
    return new Report(
        condition,
        predictions.size(),
        Calibration.loss(predictions, 1),
        emotion.accuracy(),
        emotion.uar(),
        rate.accuracy(),
        volume.accuracy(),
        Calibration.expectedError(predictions, 1),
        Calibration.expectedError(predictions, temperature),
        emotion.counts());
  }
}
