package org.emotionmonitor.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.evaluation.ClassScore;
import org.emotionmonitor.trainer.evaluation.Coverage;
import org.emotionmonitor.trainer.evaluation.Interval;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.EvaluationResult;

/** The tables of an evaluation, in percent. */
public final class EvaluationMarkdown {

  private EvaluationMarkdown() {}

  /** All of them. */
  public static String of(EvaluationResult result) {
    Report plain = result.conditions().get(0);
    return """
        Split %s, %d utterances. In percent; in brackets 95 %% intervals by a bootstrap over speakers. ECE before and after
        dividing the logits by %.3f.

        %s
        %s, by class:

        %s
        True class (row) against answer:

        %s
        By group, %s (UAR over the classes that a group has):

        %s
        Leaving the least confident answers out:

        %s"""
        .formatted(
            result.split(),
            plain.utterances(),
            result.temperature(),
            conditions(result.conditions()),
            plain.condition(),
            classes(plain),
            ConfusionTable.of(result.labels(), plain.confusion()),
            plain.condition(),
            groups(result),
            coverage(result.coverage()));
  }

  /** A row per condition. */
  public static Table conditions(List<Report> reports) {
    Table table =
        new Table(
            "condition",
            "UAR",
            "accuracy",
            "macro F1",
            "rate (UAR)",
            "volume (UAR)",
            "ECE before",
            "after");
    for (Report r : reports) {
      table.row(
          r.condition(),
          percent(r.uar()) + interval(r.uarInterval()),
          percent(r.accuracy()) + interval(r.accuracyInterval()),
          percent(r.macro().f1()),
          both(r.rateAccuracy(), r.rateUar()),
          both(r.volumeAccuracy(), r.volumeUar()),
          percent(r.eceBefore()),
          percent(r.eceAfter()));
    }
    return table;
  }

  /** A row per class, and the averages. */
  public static Table classes(Report report) {
    Table table = new Table("class", "utterances", "precision", "recall", "F1");
    report.classes().forEach(s -> row(table, s));
    row(table, report.macro());
    row(table, report.weighted());
    return table;
  }

  private static void row(Table table, ClassScore s) {
    table.row(s.label(), s.support(), percent(s.precision()), percent(s.recall()), percent(s.f1()));
  }

  /** A row per corpus, language, sex. */
  public static Table groups(EvaluationResult result) {
    Table table = new Table("", "", "utterances", "classes", "UAR", "accuracy", "ECE after");
    result
        .groups()
        .forEach(
            (name, reports) ->
                reports.forEach(
                    r ->
                        table.row(
                            name,
                            r.condition(),
                            r.utterances(),
                            r.classes().stream().filter(c -> c.support() > 0).count(),
                            percent(r.uar()) + interval(r.uarInterval()),
                            percent(r.accuracy()),
                            percent(r.eceAfter()))));
    return table;
  }

  private static Table coverage(List<Coverage.Point> points) {
    List<Coverage.Point> some =
        IntStream.range(0, points.size()).filter(i -> i % 2 == 0).mapToObj(points::get).toList();
    Table table =
        new Table(
            Stream.concat(Stream.of("answered"), some.stream().map(p -> percent(p.coverage())))
                .toArray(String[]::new));
    table.row(cells("confidence at least", some, Coverage.Point::threshold));
    table.row(cells("accuracy", some, Coverage.Point::accuracy));
    return table;
  }

  private static List<Object> cells(
      String name, List<Coverage.Point> points, ToDoubleFunction<Coverage.Point> number) {
    List<Object> cells = new ArrayList<>(List.of(name));
    cells.addAll(points.stream().map(p -> percent(number.applyAsDouble(p))).toList());
    return cells;
  }

  /** Such as {@code 61.0}; a dash of what is not known. */
  public static String percent(Double share) {
    return share == null || share.isNaN() ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** Such as {@code 61.0 (43.2)}; a dash of what is not known. */
  static String both(Double share, Double beside) {
    return share == null ? percent(share) : percent(share) + " (" + percent(beside) + ")";
  }

  private static String interval(Interval i) {
    return i == null ? "" : " [%s, %s]".formatted(percent(i.low()), percent(i.high()));
  }
}
