package org.emotionmonitor.trainer.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/**
 * Numbers of one split in one condition.
 *
 * @param condition such as {@code clean}
 * @param utterances how many
 * @param accuracy of the emotion head; the other heads alike
 * @param uar unweighted average recall of the emotion head
 * @param eceBefore expected calibration error before temperature scaling
 * @param eceAfter after it
 * @param confusion true emotion (row) against predicted (column), in the model's order
 */
@JsonPropertyOrder({"condition", "utterances", "accuracy", "uar"})
public record Report(
    String condition,
    int utterances,
    double accuracy,
    double uar,
    double rateAccuracy,
    double volumeAccuracy,
    double eceBefore,
    double eceAfter,
    int[][] confusion) {

  public static Report of(String condition, List<Prediction> predictions, double temperature) {
    Confusion emotion =
        Confusion.of(
            predictions, Emotion.values().length, p -> p.example().emotion(), Prediction::emotion);
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
        emotion.accuracy(),
        emotion.uar(),
        rate.accuracy(),
        volume.accuracy(),
        Calibration.expectedError(predictions, 1),
        Calibration.expectedError(predictions, temperature),
        emotion.counts());
  }
}
