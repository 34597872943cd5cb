package org.emotionmonitor.trainer.report;

import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/** A confusion matrix as a heat map, each row in percent of its utterances. */
public final class ConfusionPlot {

  private static final Color[] RANGE = {Color.WHITE, new Color(0x9ECAE1), new Color(0x2171B5)};

  private ConfusionPlot() {}

  /** Writes a PNG of counts [classes][classes]; the first class' row is at the top. */
  public static void write(Path file, String title, LabelSet labels, int[][] counts) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(180 + 85 * labels.size())
            .height(150 + 62 * labels.size())
            .title(title + ": rows in %")
            .xAxisTitle("answer")
            .yAxisTitle("true class")
            .build();
    HeatMapStyler styler = chart.getStyler();
    Charts.axes(styler);
    styler.setLegendVisible(false);
    styler.setPlotContentSize(1);
    styler.setXAxisTickMarkSpacingHint(20); // XChart spaces the names of both axes by this one
    styler.setShowValue(true);
    styler.setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    styler.setHeatMapValueDecimalPattern("0");
    styler.setMin(0);
    styler.setMax(100);
    styler.setRangeColors(RANGE);
    List<String> rows = new ArrayList<>(labels.names());
    Collections.reverse(rows);
    chart.addSeries("share", labels.names(), rows, cells(counts));
    Charts.write(file, chart);
  }

  /** Column, row from below, percent. */
  private static List<Number[]> cells(int[][] counts) {
    List<Number[]> cells = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      int all = Math.max(1, Arrays.stream(counts[r]).sum());
      for (int c = 0; c < counts.length; c++) {
        cells.add(new Number[] {c, counts.length - 1 - r, Math.round(100.0 * counts[r][c] / all)});
      }
    }
    return cells;
  }
}
