package org.emotionmonitor.trainer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.TrainerException;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all plots have in common. */
final class Charts {

  /** Colours that are told apart by people with colour blindness, too (Okabe and Ito 2008). */
  static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9)
  };

  static {
    // Servers have no screen.
    System.setProperty("java.awt.headless", "true");
  }

  private Charts() {}

  /** A plain look: white, thin grey grid, no frame around the legend. */
  static void style(Styler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(new Color(0xB0B0B0));
    styler.setLegendBorderColor(Color.WHITE);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setChartTitleBoxVisible(false);
    styler.setSeriesColors(COLOURS);
    styler.setChartPadding(12);
    styler.setAntiAlias(true);
  }

  /** Axes of a chart with lines. */
  static void axes(AxesChartStyler styler) {
    style(styler);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font.deriveFont(13f));
    styler.setPlotGridLinesColor(new Color(0xE4E4E4));
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTickMarksColor(new Color(0xB0B0B0));
    styler.setMarkerSize(0);
  }

  /** Writes charts side by side as one PNG. */
  static void write(Path file, IChart... charts) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      BitmapEncoder.saveBitmap(
          List.of(charts), 1, charts.length, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException e) {
      throw new TrainerException(
          "plot %s cannot be written: %s; free some space or give another --out"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
