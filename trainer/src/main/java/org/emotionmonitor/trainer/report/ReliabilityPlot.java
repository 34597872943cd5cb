package org.emotionmonitor.trainer.report;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.evaluation.Reliability;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Accuracy against confidence, before and after temperature scaling. */
public final class ReliabilityPlot {

  /** Bins with fewer utterances say nothing. */
  private static final int FEWEST = 5;

  private ReliabilityPlot() {}

  /** Writes a PNG. */
  public static void write(Path file, EvaluationResult result) {
    XYChart chart =
        new XYChartBuilder()
            .width(620)
            .height(580)
            .title("Reliability, " + result.split() + " " + result.conditions().get(0).condition())
            .xAxisTitle("confidence, %")
            .yAxisTitle("accuracy, %")
            .build();
    Charts.axes(chart.getStyler());
    chart.getStyler().setMarkerSize(8);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart
        .addSeries("as it should be", new double[] {0, 100}, new double[] {0, 100})
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Color.GRAY)
        .setLineStyle(SeriesLines.DASH_DASH);
    add(chart, "before scaling", 1, result.reliabilityBefore());
    add(chart, "after scaling", 0, result.reliabilityAfter());
    Charts.write(file, chart);
  }

  private static void add(XYChart chart, String name, int colour, List<Reliability.Bin> all) {
    List<Reliability.Bin> bins = all.stream().filter(b -> b.utterances() >= FEWEST).toList();
    if (bins.isEmpty()) {
      return;
    }
    XYSeries series =
        chart.addSeries(
            name,
            bins.stream().mapToDouble(b -> 100 * b.confidence()).toArray(),
            bins.stream().mapToDouble(b -> 100 * b.accuracy()).toArray());
    series.setLineColor(Charts.COLOURS[colour]).setLineStyle(SeriesLines.SOLID).setLineWidth(2f);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Charts.COLOURS[colour]);
  }
}
