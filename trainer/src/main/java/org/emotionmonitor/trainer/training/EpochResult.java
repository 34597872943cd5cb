package org.emotionmonitor.trainer.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.evaluation.Report;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param loss mean training loss
 * @param trainAccuracy of emotions on a sample of the training examples, without masks and dropout
 * @param dev a score per condition
 * @param seconds wall time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EpochResult(
    int epoch,
    double loss,
    double learningRate,
    double trainAccuracy,
    List<Score> dev,
    double seconds) {

  public EpochResult {
    dev = List.copyOf(dev);
  }

  /** A report in few numbers; null where a head or its labels are missing. */
  public record Score(
      String condition,
      double loss,
      double accuracy,
      double uar,
      Double rateAccuracy,
      Double volumeAccuracy) {

    static Score of(Report r) {
      return new Score(
          r.condition(), r.loss(), r.accuracy(), r.uar(), r.rateAccuracy(), r.volumeAccuracy());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%s uar %.4f acc %.4f loss %.4f%s%s",
          condition,
          uar,
          accuracy,
          loss,
          text(" rate", rateAccuracy),
          text(" volume", volumeAccuracy));
    }

    private static String text(String head, Double accuracy) {
      return accuracy == null ? "" : String.format(Locale.ROOT, "%s %.4f", head, accuracy);
    }
  }

  /** What the best epoch is chosen by; without dev, the last is. */
  public double merit() {
    return dev.stream().mapToDouble(Score::uar).average().orElse(epoch);
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "epoch %d loss %.4f lr %.2e train acc %.4f; %s (%.0f s)%n",
        epoch,
        loss,
        learningRate,
        trainAccuracy,
        dev.stream().map(Score::text).collect(Collectors.joining("; ")),
        seconds);
  }
}
