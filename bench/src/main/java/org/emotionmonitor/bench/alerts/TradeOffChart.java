package org.emotionmonitor.bench.alerts;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a rule finds and what that costs, over {@code enter}. */
final class TradeOffChart {

  /** Colours that are told apart by people with colour blindness, too (Okabe and Ito 2008). */
  private static final Color FOUND = new Color(0x0072B2);

  private static final Color CALM = new Color(0x009E73);
  private static final Color OTHERS = new Color(0xD55E00);

  static {
    // Servers have no screen.
    System.setProperty("java.awt.headless", "true");
  }

  private TradeOffChart() {}

  /** Writes a PNG; the row of the configured rule is marked. */
  static void write(Path file, String title, List<TradeOff> rows, double configured)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(480)
            .title(title)
            .xAxisTitle("enter")
            .yAxisTitle("unfriendly stretches alerted, %")
            .build();
    XYStyler style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setLegendBorderColor(Color.WHITE);
    style.setAntiAlias(true);
    style.setLegendPosition(Styler.LegendPosition.OutsideS);
    style.setLegendLayout(Styler.LegendLayout.Horizontal);
    style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    style.setYAxisMin(0, 0.0);
    style.setYAxisMax(0, 100.0);
    style.setYAxisMin(1, 0.0);
    style.setXAxisDecimalPattern("0.00");
    style.setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    chart.setYAxisGroupTitle(1, "false alerts an hour");
    line(chart, "stretches alerted, %", FOUND, rows, row -> 100 * row.recall());
    line(chart, "false/h, calm calls", CALM, rows, TradeOff::falseCalm).setYAxisGroup(1);
    line(chart, "false/h, calm, sad and cheerful calls", OTHERS, rows, TradeOff::falseOthers)
        .setYAxisGroup(1);
    XYSeries mark =
        chart.addSeries("configured", new double[] {configured, configured}, new double[] {0, 100});
    mark.setMarker(SeriesMarkers.NONE);
    mark.setLineColor(Color.GRAY);
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
  }

  private static XYSeries line(
      XYChart chart,
      String name,
      Color color,
      List<TradeOff> rows,
      ToDoubleFunction<TradeOff> value) {
    XYSeries series =
        chart.addSeries(
            name,
            rows.stream().mapToDouble(row -> row.rule().enter()).toArray(),
            rows.stream().mapToDouble(value).toArray());
    series.setMarkerColor(color).setMarker(SeriesMarkers.CIRCLE).setLineColor(color);
    return series;
  }
}
