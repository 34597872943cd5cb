package org.emotionmonitor.trainer.training;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Calibration;
import org.emotionmonitor.trainer.evaluation.Prediction;
import org.emotionmonitor.trainer.evaluation.Predictor;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.progress.Progress;

/** Reports of a trained network, condition by condition. */
public final class Evaluation {

  private final Predictor predictor;
  private final LabelSet labels;

  public Evaluation(ComputationGraph network, BatchReader reader, LabelSet labels) {
    this.predictor = new Predictor(network, reader);
    this.labels = labels;
  }

  /** The temperature that suits {@code examples}, which must be of dev. */
  public double temperature(List<Example> examples) {
    return Calibration.temperature(predict("calibration", examples));
  }

  /** A report per condition, in the map's order. */
  public List<Report> reports(Map<String, List<Example>> conditions, double temperature) {
    return conditions.entrySet().stream()
        .map(c -> Report.of(c.getKey(), predict(c.getKey(), c.getValue()), labels, temperature))
        .toList();
  }

  /** One prediction per example. */
  public List<Prediction> predict(String task, List<Example> examples) {
    try (Progress progress = Progress.bar(task, examples.size())) {
      return predictor.predict(examples, progress);
    }
  }
}
