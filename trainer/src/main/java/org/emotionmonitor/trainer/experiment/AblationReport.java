package org.emotionmonitor.trainer.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.evaluation.ClassScore;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.report.LearningCurves;
import org.emotionmonitor.trainer.report.Summary;
import org.emotionmonitor.trainer.report.Table;
import org.emotionmonitor.trainer.report.TextFiles;
import org.emotionmonitor.trainer.training.EpochResult;
import org.emotionmonitor.trainer.training.TrainSettings;

/** Tables and figure of an ablation. */
public final class AblationReport {

  private final Map<Contender, List<ContenderResult>> systems = new LinkedHashMap<>();

  public AblationReport(List<ContenderResult> results) {
    for (ContenderResult result : results) {
      systems.computeIfAbsent(result.system(), s -> new ArrayList<>()).add(result);
    }
  }

  /** Writes {@code ablation.md}, {@code ablation.json} and {@code learning-curves.png}. */
  public void write(Path folder) {
    TextFiles.write(folder.resolve("ablation.md"), markdown());
    TextFiles.writeJson(folder.resolve("ablation.json"), summaries());
    Map<String, List<List<EpochResult>>> histories = new LinkedHashMap<>();
    systems.forEach(
        (system, runs) -> {
          if (system.family().isPresent()) {
            histories.put(system.toString(), runs.stream().map(ContenderResult::history).toList());
          }
        });
    if (!histories.isEmpty()) {
      LearningCurves.write(folder.resolve("learning-curves.png"), histories);
    }
  }

  /** One line of the comparison. */
  record Line(
      Contender system,
      int seeds,
      long parameters,
      Summary trainAccuracy,
      Summary devAccuracy,
      Summary devUar,
      Summary testAccuracy,
      Summary testUar,
      Summary testMacroF1,
      Summary testWeightedF1) {}

  private List<Line> summaries() {
    return systems.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static Line line(Contender system, List<ContenderResult> runs) {
    return new Line(
        system,
        runs.size(),
        runs.get(0).parameters(),
        summary(runs, ContenderResult::trainAccuracy),
        summary(runs, r -> number(r.dev(), Report::accuracy)),
        summary(runs, r -> number(r.dev(), Report::uar)),
        summary(runs, r -> number(r.test(), Report::accuracy)),
        summary(runs, r -> number(r.test(), Report::uar)),
        summary(runs, r -> number(r.test(), t -> t.macro().f1())),
        summary(runs, r -> number(r.test(), t -> t.weighted().f1())));
  }

  private static Double number(Report report, Function<Report, Double> number) {
    return report == null ? null : number.apply(report);
  }

  private static Summary summary(
      List<ContenderResult> runs, Function<ContenderResult, Double> number) {
    List<Double> values = runs.stream().map(number).filter(Objects::nonNull).toList();
    return values.isEmpty() ? null : Summary.of(values);
  }

  /** The tables, in percent. */
  public String markdown() {
    Table table =
        new Table(
            "system",
            "parameters",
            "train accuracy",
            "dev accuracy",
            "dev UAR",
            "test accuracy",
            "test UAR",
            "test macro F1",
            "test weighted F1");
    for (Line l : summaries()) {
      table.row(
          Stream.concat(
                  Stream.of(l.system(), "%,d".formatted(l.parameters())),
                  Stream.of(
                          l.trainAccuracy(),
                          l.devAccuracy(),
                          l.devUar(),
                          l.testAccuracy(),
                          l.testUar(),
                          l.testMacroF1(),
                          l.testWeightedF1())
                      .map(AblationReport::text))
              .toList());
    }
    return "%s%n%n%s%n%s".formatted(protocol(), table, classTables());
  }

  private static String text(Summary summary) {
    return summary == null ? "–" : summary.percent();
  }

  private String protocol() {
    ContenderResult any = systems.values().iterator().next().get(0);
    TrainSettings s = any.settings();
    return ("Percent, mean ± deviation over the seeds %s. Recordings as they are (`clean`). Trained on %s;"
            + " %d epochs, batch %d, Adam from %s, masks %s, class weights %s, smoothing %s, averaging %s;"
            + " the epoch (of the SVM: the point of the grid) with the highest UAR on dev (%s).")
        .formatted(
            systems.values().iterator().next().stream()
                .map(r -> Long.toString(r.settings().seed()))
                .collect(Collectors.joining(", ")),
            s.data().recipes().stream().map(r -> r.label()).collect(Collectors.joining(", ")),
            s.optimizer().epochs(),
            s.optimizer().batch(),
            s.optimizer().learningRate(),
            s.data().mask(),
            s.loss().classWeightPower(),
            s.loss().smoothing(),
            s.optimizer().averageDecay(),
            s.data().conditions().stream().map(r -> r.label()).collect(Collectors.joining(", ")));
  }

  /** Per class, as the paper's table 3: of each system the mean over its seeds. */
  private String classTables() {
    StringBuilder text = new StringBuilder();
    systems.forEach(
        (system, runs) -> {
          List<Report> reports =
              runs.stream()
                  .map(r -> r.test() == null ? r.dev() : r.test())
                  .filter(Objects::nonNull)
                  .toList();
          if (!reports.isEmpty()) {
            text.append(
                "%n%s on %s%n%n%s".formatted(system, reports.get(0).condition(), classes(reports)));
          }
        });
    return text.toString();
  }

  private static Table classes(List<Report> reports) {
    Table table = new Table("class", "utterances", "precision", "recall", "F1");
    for (int c = 0; c < reports.get(0).classes().size(); c++) {
      int index = c;
      row(table, reports.stream().map(r -> r.classes().get(index)).toList());
    }
    row(table, reports.stream().map(Report::macro).toList());
    row(table, reports.stream().map(Report::weighted).toList());
    return table;
  }

  private static void row(Table table, List<ClassScore> scores) {
    table.row(
        scores.get(0).label(),
        scores.get(0).support(),
        Summary.of(scores.stream().map(ClassScore::precision).toList()).percent(),
        Summary.of(scores.stream().map(ClassScore::recall).toList()).percent(),
        Summary.of(scores.stream().map(ClassScore::f1).toList()).percent());
  }
}
