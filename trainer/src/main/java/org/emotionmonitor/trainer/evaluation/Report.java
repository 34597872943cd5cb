package org.emotionmonitor.trainer.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.trainer.corpus.LabelSet;

/**
 * Numbers of one set of utterances in one condition. A number that cannot be told, such as the
 * accuracy of a head that is not there, is null.
 *
 * @param condition such as {@code clean}
 * @param utterances how many
 * @param loss mean negative log-likelihood of the emotions, before temperature scaling
 * @param accuracy of the emotion head; the other heads alike
 * @param uar unweighted average recall of the emotion head
 * @param uarInterval 95 % by a bootstrap over speakers; {@code accuracyInterval} alike
 * @param eceBefore expected calibration error before temperature scaling
 * @param eceAfter after it
 * @param macro mean over the classes
 * @param weighted mean over the classes by their utterances
 * @param confusion true emotion (row) against predicted (column), in the model's order
 */
@JsonPropertyOrder({"condition", "utterances", "loss", "accuracy", "uar"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Report(
    String condition,
    int utterances,
    double loss,
    double accuracy,
    double uar,
    Interval accuracyInterval,
    Interval uarInterval,
    Double rateAccuracy,
    Double rateUar,
    Double volumeAccuracy,
    Double volumeUar,
    double eceBefore,
    double eceAfter,
    ClassScore macro,
    ClassScore weighted,
    List<ClassScore> classes,
    int[][] confusion) {

  /**
   * Sums the predictions up.
   *
   * @param predictions with emotion labels
   * @param temperature of {@code eceAfter}
   */
  public static Report of(
      String condition, List<Prediction> predictions, LabelSet labels, double temperature) {
    Confusion emotion = Confusion.ofEmotions(predictions, labels.size());
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
        Bootstrap.of(predictions, labels.size(), Confusion::accuracy).orElse(null),
        Bootstrap.of(predictions, labels.size(), Confusion::uar).orElse(null),
        known(rate.accuracy()),
        known(rate.uar()),
        known(volume.accuracy()),
        known(volume.uar()),
        Reliability.error(predictions, 1),
        Reliability.error(predictions, temperature),
        emotion.average(labels, false),
        emotion.average(labels, true),
        emotion.classes(labels),
        emotion.counts());
  }

  private static Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
