package org.emotionmonitor.trainer.report;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.emotionmonitor.core.features.FeatureSpec;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;
import org.knowm.xchart.style.lines.SeriesLines;

/** What the network attended to in an utterance, under its log-mel spectrogram. */
public final class AttentionPlot {

  private static final int WIDTH = 900;
  private static final int LEFT = 95;
  private static final int FIRST_BAND = 3 * FeatureSpec.MFCC;
  private static final double LEAST_DB = -90;
  private static final double FRAME_SECONDS =
      FeatureSpec.FRAME_SHIFT / (double) FeatureSpec.SAMPLE_RATE;

  /** From silence to the loudest, readable in grey, too (the end points of "magma"). */
  private static final Color[] RANGE = {
    new Color(0x000004),
    new Color(0x51127C),
    new Color(0xB73779),
    new Color(0xFC8961),
    new Color(0xFCFDBF)
  };

  private AttentionPlot() {}

  /**
   * Writes a PNG.
   *
   * @param features not normalized, [frames][205]
   * @param attention weights of the frames
   */
  public static void write(Path file, String title, float[] features, float[] attention) {
    Charts.writeStacked(file, spectrogram(title, features), weights(attention));
  }

  private static HeatMapChart spectrogram(String title, float[] features) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(360)
            .title(title)
            .yAxisTitle("mel band, Hz")
            .build();
    HeatMapStyler styler = chart.getStyler();
    Charts.axes(styler);
    styler.setLegendVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesVisible(false);
    styler.setXAxisTicksVisible(false);
    styler.setYAxisLeftWidthHint(LEFT);
    styler.setYAxisTickMarkSpacingHint(50);
    // Smooth edges of the cells would leave a grid.
    styler.setAntiAlias(false);
    styler.setRangeColors(RANGE);
    styler.setYAxisTickLabelsFormattingFunction(
        band -> String.format(Locale.ROOT, "%.0f", FeatureSpec.melBandHz(band.intValue())));
    int frames = features.length / FeatureSpec.FEATURES;
    chart.addSeries(
        "dB",
        IntStream.range(0, frames).boxed().toList(),
        IntStream.range(0, FeatureSpec.MEL_BANDS).boxed().toList(),
        cells(features, frames));
    return chart;
  }

  private static List<Number[]> cells(float[] features, int frames) {
    List<Number[]> cells = new ArrayList<>();
    for (int t = 0; t < frames; t++) {
      for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
        int at = t * FeatureSpec.FEATURES + FIRST_BAND + band;
        cells.add(new Number[] {t, band, Math.max(LEAST_DB, features[at])});
      }
    }
    return cells;
  }

  private static XYChart weights(float[] attention) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(220)
            .xAxisTitle("seconds")
            .yAxisTitle("attention per frame, %")
            .build();
    Charts.axes(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setPlotContentSize(1);
    chart.getStyler().setYAxisLeftWidthHint(LEFT);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(attention.length * FRAME_SECONDS);
    chart.getStyler().setXAxisDecimalPattern("0.0");
    chart.getStyler().setYAxisDecimalPattern("0.00");
    double[] seconds =
        IntStream.range(0, attention.length).mapToDouble(t -> t * FRAME_SECONDS).toArray();
    double[] percent =
        IntStream.range(0, attention.length).mapToDouble(t -> 100.0 * attention[t]).toArray();
    chart
        .addSeries("attention", seconds, percent)
        .setLineColor(Charts.COLOURS[0])
        .setLineStyle(SeriesLines.SOLID)
        .setLineWidth(2f);
    return chart;
  }
}
