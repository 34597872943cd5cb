package org.emotionmonitor.trainer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Prediction;
import org.emotionmonitor.trainer.report.AttentionPlot;
import org.emotionmonitor.trainer.report.EvaluationFiles;
import org.emotionmonitor.trainer.report.EvaluationMarkdown;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.emotionmonitor.trainer.training.RunFolder;

/** Measures a network on a split; prints the tables, and files them with plots in the run. */
final class Measurement {

  private final Evaluation evaluation;
  private final RunFolder run;

  Measurement(Evaluation evaluation, RunFolder run) {
    this.evaluation = evaluation;
    this.run = run;
  }

  EvaluationResult measure(Split split, Map<String, List<Example>> conditions, double temperature) {
    EvaluationResult result = evaluation.measure(split.label(), conditions, temperature);
    EvaluationFiles.write(run.path(), result);
    attention(split, conditions.values().iterator().next(), result);
    System.out.println(EvaluationMarkdown.of(result));
    System.out.println("tables and plots: " + run.path());
    return result;
  }

  /** Of the surest of the right answers. */
  private void attention(Split split, List<Example> examples, EvaluationResult result) {
    evaluation.predict("example", examples).stream()
        .filter(Prediction::isRight)
        .max(Comparator.comparingDouble(p -> p.confidence(result.temperature())))
        .map(Prediction::example)
        .ifPresent(
            e ->
                AttentionPlot.write(
                    run.path().resolve("plots/attention-" + split.label() + ".png"),
                    "\"%s\", %s"
                        .formatted(
                            result.labels().name(e.emotion().getAsInt()), e.utterance().corpus()),
                    e.read(),
                    evaluation.attention(e)));
  }
}
