package org.emotionmonitor.trainer.report;

import java.nio.file.Path;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.lines.SeriesLines;

/** Accuracy against the share of utterances that are answered. */
public final class CoveragePlot {

  private CoveragePlot() {}

  /** Writes a PNG. */
  public static void write(Path file, EvaluationResult result) {
    XYChart chart =
        new XYChartBuilder()
            .width(620)
            .height(440)
            .title("Coverage, " + result.split() + " " + result.conditions().get(0).condition())
            .xAxisTitle("most confident answers that are given, %")
            .yAxisTitle("their accuracy, %")
            .build();
    Charts.axes(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart
        .addSeries(
            "accuracy",
            result.coverage().stream().mapToDouble(p -> 100 * p.coverage()).toArray(),
            result.coverage().stream().mapToDouble(p -> 100 * p.accuracy()).toArray())
        .setLineColor(Charts.COLOURS[0])
        .setLineStyle(SeriesLines.SOLID)
        .setLineWidth(2f);
    Charts.write(file, chart);
  }
}
