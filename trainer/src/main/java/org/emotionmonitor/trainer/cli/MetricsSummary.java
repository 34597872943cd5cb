package org.emotionmonitor.trainer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.RunMetrics;

/** The few numbers that a model carries in its metadata. */
final class MetricsSummary {

  private MetricsSummary() {}

  /** As JSON; those of the test split only if it has been evaluated. */
  static String json(RunFolder run) {
    RunMetrics m = run.metrics();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("model", m.model());
    all.put("parameters", m.parameters());
    all.put("seed", m.seed());
    all.put("epochs", m.epochs());
    all.put("bestEpochs", m.bestEpochs());
    all.put("temperature", m.temperature());
    all.put("trainUtterances", m.trainUtterances());
    for (String split : List.of("dev", "test")) {
      run.evaluation(split)
          .map(EvaluationResult::conditions)
          .ifPresent(r -> all.put(split, rows(r)));
    }
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metrics are plain numbers", e);
    }
  }

  private static List<Map<String, Object>> rows(List<Report> reports) {
    return reports.stream().map(MetricsSummary::row).toList();
  }

  private static Map<String, Object> row(Report r) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("condition", r.condition());
    row.put("utterances", r.utterances());
    row.put("uar", rounded(r.uar()));
    row.put("accuracy", rounded(r.accuracy()));
    row.put("rateAccuracy", rounded(r.rateAccuracy()));
    row.put("volumeAccuracy", rounded(r.volumeAccuracy()));
    row.put("ece", rounded(r.eceAfter()));
    return row;
  }

  private static Double rounded(Double number) {
    return number == null ? null : Math.round(1e4 * number) / 1e4;
  }
}
