package org.emotionmonitor.trainer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
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
    List<BufferedImage> images = images(charts);
    int width = images.stream().mapToInt(BufferedImage::getWidth).sum();
    int height = images.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    write(file, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), images, 1, 0);
  }

  /** The same, one below the other. */
  static void writeStacked(Path file, IChart... charts) {
    List<BufferedImage> images = images(charts);
    int width = images.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    int height = images.stream().mapToInt(BufferedImage::getHeight).sum();
    write(file, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), images, 0, 1);
  }

  private static List<BufferedImage> images(IChart... charts) {
    return Arrays.stream(charts).map(BitmapEncoder::getBufferedImage).toList();
  }

  private static void write(
      Path file, BufferedImage all, List<BufferedImage> images, int right, int down) {
    Graphics2D graphics = all.createGraphics();
    int x = 0;
    int y = 0;
    for (BufferedImage image : images) {
      graphics.drawImage(image, x, y, null);
      x += right * image.getWidth();
      y += down * image.getHeight();
    }
    graphics.dispose();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!ImageIO.write(all, "png", file.toFile())) {
        throw new IOException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new TrainerException(
          "plot %s cannot be written: %s; free some space or give another --out"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
