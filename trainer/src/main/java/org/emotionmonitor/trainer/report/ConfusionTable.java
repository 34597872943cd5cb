package org.emotionmonitor.trainer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.trainer.corpus.LabelSet;

/** A confusion matrix in Markdown, true class (row) against answer. */
public final class ConfusionTable {

  private ConfusionTable() {}

  /** Of counts [classes][classes]. */
  public static String of(LabelSet labels, int[][] counts) {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(labels.names());
    Table table = new Table(header.toArray(String[]::new));
    for (int c = 0; c < counts.length; c++) {
      List<Object> cells = new ArrayList<>(List.of(labels.name(c)));
      Arrays.stream(counts[c]).forEach(cells::add);
      table.row(cells);
    }
    return table.toString();
  }
}
