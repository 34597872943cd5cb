package org.emotionmonitor.trainer.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.evaluation.Reference;
import org.emotionmonitor.trainer.evaluation.Report;

/**
 * The numbers of a finished run.
 *
 * @param model of the family
 * @param parameters of all networks
 * @param epochs that were trained
 * @param bestEpochs the one that was kept, of each network
 * @param temperature fitted on dev, in the exported graph
 * @param trainUtterances per corpus
 * @param split what the reports are of, such as {@code dev}
 * @param reference how it answers on dev, as calls sound
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunMetrics(
    String trainerVersion,
    String model,
    long parameters,
    long seed,
    int epochs,
    List<Integer> bestEpochs,
    double temperature,
    Map<String, Long> trainUtterances,
    String split,
    List<Report> reports,
    Reference reference) {

  public RunMetrics {
    bestEpochs = List.copyOf(bestEpochs);
  }
}
