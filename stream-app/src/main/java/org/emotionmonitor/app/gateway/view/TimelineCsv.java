package org.emotionmonitor.app.gateway.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Question;

/** A call's timeline as CSV (RFC 4180): one row a window, a column for each class. */
public final class TimelineCsv {
  private TimelineCsv() {}

  /** The windows of the legs that {@code viewer} sees. */
  public static String of(Call call, Viewer viewer) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(header());
      for (Leg leg : call.legs()) {
        if (viewer.sees(leg)) {
          for (Point point : leg.points()) {
            csv.printRecord(row(leg, point));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of("callId", "legId", "role", "startMs", "endMs", "speechMs", "abstained"));
    for (Question question : Question.values()) {
      header.add(question.label());
      question.labels().forEach(label -> header.add(question.label() + "." + label));
    }
    header.addAll(List.of("syllablesPerSecond", "activeLevelDbov", "capturedAt"));
    return header;
  }

  private static List<Object> row(Leg leg, Point point) {
    List<Object> row = new ArrayList<>();
    row.add(safe(leg.key().callId()));
    row.add(safe(leg.key().legId()));
    row.add(leg.role());
    row.add(point.span().startMs());
    row.add(point.span().endMs());
    row.add(point.span().speechMs());
    row.add(point.abstained());
    for (Question question : Question.values()) {
      Judgement judgement = point.judgement(question);
      boolean scored = judgement != null && judgement.size() > 0;
      row.add(scored ? judgement.label() : null);
      for (int i = 0; i < question.labels().size(); i++) {
        row.add(scored ? number(judgement.probability(i), 4) : null);
      }
    }
    row.add(number(point.syllablesPerSecond(), 2));
    row.add(number(point.activeLevelDbov(), 1));
    row.add(point.capturedAt());
    return row;
  }

  private static Object number(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Double.isNaN(value) ? null : (Object) (Math.round(value * scale) / scale);
  }

  /** A spreadsheet would take a text that begins so for a formula. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
