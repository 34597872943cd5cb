package org.emotionmonitor.trainer.experiment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.EpochResult;
import org.emotionmonitor.trainer.training.TrainSettings;

/**
 * What one system came to with one seed.
 *
 * @param settings of the run; the support vector machine uses only those of the data
 * @param parameters of the network, or numbers in the support vectors
 * @param note what else is to be said, such as the chosen point of a grid
 * @param trainAccuracy on the training recordings as they are
 * @param dev clean
 * @param test clean; null if the manifest has no test split
 * @param history of the epochs; empty for the support vector machine
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContenderResult(
    Contender system,
    TrainSettings settings,
    long parameters,
    String note,
    double trainAccuracy,
    Report dev,
    Report test,
    double seconds,
    List<EpochResult> history) {

  public ContenderResult {
    history = List.copyOf(history);
  }
}
