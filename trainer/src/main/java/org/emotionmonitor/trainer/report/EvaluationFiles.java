package org.emotionmonitor.trainer.report;

import java.nio.file.Path;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.EvaluationResult;

/** Writes an evaluation's numbers, tables and plots into a run's folder. */
public final class EvaluationFiles {

  private EvaluationFiles() {}

  /** {@code evaluation-SPLIT.json}, {@code .md}, and PNG files in {@code plots}. */
  public static void write(Path folder, EvaluationResult result) {
    String split = result.split();
    TextFiles.writeJson(folder.resolve("evaluation-" + split + ".json"), result);
    TextFiles.write(folder.resolve("evaluation-" + split + ".md"), EvaluationMarkdown.of(result));
    Path plots = folder.resolve("plots");
    Report plain = result.conditions().get(0);
    ConfusionPlot.write(
        plots.resolve("confusion-" + split + ".png"),
        split + " " + plain.condition(),
        result.labels(),
        plain.confusion());
    ReliabilityPlot.write(plots.resolve("reliability-" + split + ".png"), result);
    CoveragePlot.write(plots.resolve("coverage-" + split + ".png"), result);
  }
}
