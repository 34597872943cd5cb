package org.emotionmonitor.trainer.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.evaluation.ClassScore;
import org.emotionmonitor.trainer.evaluation.Confusion;
import org.emotionmonitor.trainer.report.ConfusionPlot;
import org.emotionmonitor.trainer.report.ConfusionTable;
import org.emotionmonitor.trainer.report.LearningCurves;
import org.emotionmonitor.trainer.report.Summary;
import org.emotionmonitor.trainer.report.Table;
import org.emotionmonitor.trainer.report.TextFiles;

/** Tables and figures of a cross-validation. */
public final class CrossValidationReport {

  private final List<FoldResult> results;
  private final LabelSet labels;
  private final Confusion pooled;

  public CrossValidationReport(List<FoldResult> results, LabelSet labels) {
    this.results = List.copyOf(results);
    this.labels = labels;
    this.pooled =
        results.stream()
            .map(r -> new Confusion(r.test().confusion()))
            .reduce(Confusion::plus)
            .orElseThrow();
  }

  /** Writes {@code cross-validation.md}, {@code .json}, and the plots. */
  public void write(Path folder) {
    TextFiles.write(folder.resolve("cross-validation.md"), markdown());
    TextFiles.writeJson(
        folder.resolve("cross-validation.json"),
        new Numbers(
            results.size(),
            over(r -> r.test().uar()),
            over(r -> r.test().accuracy()),
            pooled.uar(),
            pooled.accuracy(),
            pooled.classes(labels),
            pooled.counts()));
    ConfusionPlot.write(folder.resolve("confusion.png"), "All folds", labels, pooled.counts());
    LearningCurves.write(
        folder.resolve("learning-curves.png"),
        Map.of("mean of the folds", results.stream().map(FoldResult::history).toList()));
  }

  /** What the JSON file has. */
  record Numbers(
      int runs,
      Summary uar,
      Summary accuracy,
      double pooledUar,
      double pooledAccuracy,
      List<ClassScore> classes,
      int[][] confusion) {}

  /** Over the folds, of the mean over a fold's seeds. */
  private Summary over(ToDoubleFunction<FoldResult> number) {
    return Summary.of(
        results.stream()
            .collect(
                Collectors.groupingBy(
                    FoldResult::fold, TreeMap::new, Collectors.averagingDouble(number)))
            .values()
            .stream()
            .toList());
  }

  /** The tables, in percent. */
  public String markdown() {
    Table folds =
        new Table("fold", "seed", "utterances", "epoch", "accuracy", "UAR", "macro F1", "minutes");
    for (FoldResult r : results) {
      folds.row(
          r.fold(),
          r.settings().seed(),
          r.test().utterances(),
          r.epoch(),
          percent(r.test().accuracy()),
          percent(r.test().uar()),
          percent(r.test().macro().f1()),
          "%.0f".formatted(r.seconds() / 60));
    }
    Table classes = new Table("class", "utterances", "precision", "recall", "F1");
    for (ClassScore s : pooled.classes(labels)) {
      classes.row(
          s.label(), s.support(), percent(s.precision()), percent(s.recall()), percent(s.f1()));
    }
    return "UAR %s, accuracy %s (percent, mean ± deviation over the folds); all folds together: UAR %s, accuracy %s. Epoch: %s.%n%n%s%n%s%nTrue class (row) against answer:%n%n%s"
        .formatted(
            over(r -> r.test().uar()).percent(),
            over(r -> r.test().accuracy()).percent(),
            percent(pooled.uar()),
            percent(pooled.accuracy()),
            results.get(0).choice() == Choice.LAST
                ? "the last, trained on all other folds"
                : "the best on the next fold, trained on the rest",
            folds,
            classes,
            ConfusionTable.of(labels, pooled.counts()));
  }

  private static String percent(double share) {
    return Summary.of(List.of(share)).percent();
  }
}
