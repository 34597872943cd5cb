package org.emotionmonitor.trainer.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.evaluation.Report;

/** Reports for people. */
final class ReportPrinter {

  private ReportPrinter() {}

  static void print(PrintStream out, LabelSet labels, List<Report> reports) {
    for (Report r : reports) {
      out.printf(
          Locale.ROOT,
          "%s: %d utterances, UAR %.3f, accuracy %.3f, rate %s, volume %s, ECE %.3f (before scaling"
              + " %.3f)%n",
          r.condition(),
          r.utterances(),
          r.uar(),
          r.accuracy(),
          orNone(r.rateAccuracy()),
          orNone(r.volumeAccuracy()),
          r.eceAfter(),
          r.eceBefore());
      confusion(out, labels, r.confusion());
    }
  }

  /** A corpus may have no label of a head. */
  private static String orNone(Double accuracy) {
    return accuracy == null ? "unlabelled" : String.format(Locale.ROOT, "%.3f", accuracy);
  }

  private static void confusion(PrintStream out, LabelSet labels, int[][] counts) {
    for (int row = 0; row < counts.length; row++) {
      StringBuilder line = new StringBuilder(String.format("  %-11s", labels.name(row)));
      for (int count : counts[row]) {
        line.append(String.format("%5d", count));
      }
      out.println(line);
    }
  }
}
