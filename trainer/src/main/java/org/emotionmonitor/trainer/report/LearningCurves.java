package org.emotionmonitor.trainer.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.emotionmonitor.trainer.training.EpochResult;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;

/** Loss and accuracy over the epochs: the paper's figure 2. */
public final class LearningCurves {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private LearningCurves() {}

  /**
   * Writes a PNG: training loss on the left; accuracy on dev as lines, on training examples as
   * dots, on the right.
   *
   * @param histories a run's, or several runs' that are averaged, by the name of the system
   */
  public static void write(Path file, Map<String, List<List<EpochResult>>> histories) {
    XYChart loss = chart("Training loss, all heads", "loss");
    XYChart accuracy = chart("Accuracy: dev (line), train (dots)", "accuracy, %");
    accuracy.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    int index = 0;
    for (Map.Entry<String, List<List<EpochResult>>> system : histories.entrySet()) {
      List<List<EpochResult>> runs = system.getValue();
      add(loss, system.getKey(), index, curve(runs, EpochResult::loss));
      add(accuracy, system.getKey(), index, curve(runs, e -> 100 * dev(e)));
      add(accuracy, system.getKey() + " ", index, curve(runs, e -> 100 * e.trainAccuracy()))
          .setLineStyle(SeriesLines.DOT_DOT)
          .setShowInLegend(false);
      index++;
    }
    Charts.write(file, loss, accuracy);
  }

  private static double dev(EpochResult epoch) {
    return epoch.dev().isEmpty() ? Double.NaN : epoch.dev().get(0).accuracy();
  }

  private static XYChart chart(String title, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(y)
            .build();
    Charts.axes(chart.getStyler());
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    return chart;
  }

  private static XYSeries add(XYChart chart, String name, int index, double[] values) {
    double[] epochs = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
    XYSeries series = chart.addSeries(name, epochs, values);
    series.setLineColor(Charts.COLOURS[index % Charts.COLOURS.length]);
    series.setLineWidth(2f);
    series.setLineStyle(SeriesLines.SOLID);
    return series;
  }

  /** The mean over the runs that have come so far. */
  private static double[] curve(List<List<EpochResult>> runs, ToDoubleFunction<EpochResult> value) {
    int epochs = runs.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, epochs)
        .mapToDouble(
            e ->
                runs.stream()
                    .filter(run -> run.size() > e)
                    .mapToDouble(run -> value.applyAsDouble(run.get(e)))
                    .average()
                    .orElseThrow())
        .toArray();
  }
}
