package org.emotionmonitor.trainer.experiment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.EpochResult;
import org.emotionmonitor.trainer.training.TrainSettings;

/**
 * What a network came to on the speakers of one fold, which it was neither trained nor chosen on.
 *
 * @param epoch that was chosen
 * @param test of the fold, clean
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FoldResult(
    int fold,
    Choice choice,
    TrainSettings settings,
    int epoch,
    Report test,
    double seconds,
    List<EpochResult> history) {

  public FoldResult {
    history = List.copyOf(history);
  }
}
