package org.emotionmonitor.trainer.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Calibration;
import org.emotionmonitor.trainer.evaluation.Coverage;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.evaluation.Prediction;
import org.emotionmonitor.trainer.evaluation.Predictor;
import org.emotionmonitor.trainer.evaluation.Reliability;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.progress.Progress;

/** Measures a trained model. */
public final class Evaluation {

  private static final Map<String, Function<Utterance, String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("corpus", Utterance::corpus);
    GROUPS.put("language", Utterance::language);
    GROUPS.put("sex", Utterance::sex);
  }

  private final Ensemble model;
  private final Predictor predictor;
  private final LabelSet labels;

  public Evaluation(Ensemble model, LabelSet labels) {
    this.model = model;
    this.predictor = new Predictor(model);
    this.labels = labels;
  }

  /** The temperature that suits {@code examples}, which must be of dev. */
  public double temperature(List<Example> examples) {
    return Calibration.temperature(predict("calibration", examples));
  }

  /**
   * Measures a split.
   *
   * @param conditions at least one, the plainest first
   */
  public EvaluationResult measure(
      String split, Map<String, List<Example>> conditions, double temperature) {
    List<Report> reports = new ArrayList<>();
    List<Prediction> first = null;
    for (Map.Entry<String, List<Example>> condition : conditions.entrySet()) {
      List<Prediction> predictions =
          predict(split + " " + condition.getKey(), condition.getValue());
      reports.add(Report.of(condition.getKey(), predictions, labels, temperature));
      first = first == null ? predictions : first;
    }
    return new EvaluationResult(
        split,
        labels,
        temperature,
        reports,
        groups(first, temperature),
        Reliability.bins(first, 1),
        Reliability.bins(first, temperature),
        Coverage.points(first, temperature));
  }

  private Map<String, List<Report>> groups(List<Prediction> predictions, double temperature) {
    Map<String, List<Report>> groups = new LinkedHashMap<>();
    GROUPS.forEach(
        (name, key) ->
            groups.put(
                name,
                predictions.stream()
                    .collect(
                        Collectors.groupingBy(
                            p -> key.apply(p.example().utterance()),
                            TreeMap::new,
                            Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(g -> Report.of(g.getKey(), g.getValue(), labels, temperature))
                    .toList()));
    return groups;
  }

  /** One prediction per example. */
  public List<Prediction> predict(String task, List<Example> examples) {
    try (Progress progress = Progress.bar(task, examples.size())) {
      return predictor.predict(examples, progress);
    }
  }

  /** What the pooling made of each frame of one example; sums to 1. */
  public float[] attention(Example example) {
    return model.attention(List.of(example))[0];
  }
}
