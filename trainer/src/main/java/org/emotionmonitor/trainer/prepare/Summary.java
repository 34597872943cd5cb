package org.emotionmonitor.trainer.prepare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.corpus.Split;

/** Tells what is in a manifest. */
final class Summary {

  private Summary() {}

  static void print(PrintStream out, String corpus, List<Row> rows) {
    double hours = rows.stream().mapToDouble(r -> r.measurement().seconds()).sum() / 3_600;
    out.printf(
        Locale.ROOT,
        "%s: %d recordings, %.2f h, %d speakers%n",
        corpus,
        rows.size(),
        hours,
        speakers(rows));
    for (Split split : Split.values()) {
      List<Row> part = rows.stream().filter(r -> r.split() == split).toList();
      if (!part.isEmpty()) {
        out.printf(
            "  %-5s %5d recordings of %d speakers: %s%n",
            split.label(), part.size(), speakers(part), classes(part));
      }
    }
    long silent = rows.stream().filter(r -> Double.isNaN(r.measurement().speechSeconds())).count();
    if (silent > 0) {
      out.printf("  %d recordings without speech have neither a rate nor a level%n", silent);
    }
  }

  private static long speakers(List<Row> rows) {
    return rows.stream().map(r -> r.recording().speaker()).distinct().count();
  }

  private static String classes(List<Row> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.label().isEmpty() ? "no class" : r.label(),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getKey() + ' ' + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
