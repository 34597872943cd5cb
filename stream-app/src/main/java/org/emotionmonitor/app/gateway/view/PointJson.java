package org.emotionmonitor.app.gateway.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import org.emotionmonitor.app.gateway.board.Attention;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Latency;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Quality;
import org.emotionmonitor.app.gateway.board.Question;
import org.emotionmonitor.app.gateway.board.Span;

/** Points and attention as JSON. */
public final class PointJson {
  private PointJson() {}

  /** Writes {@code point}, or null. */
  public static void point(JsonGenerator out, Point point) throws IOException {
    if (point == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    span(out, point.span());
    JsonText.string(out, "abstained", point.abstained());
    for (Question question : Question.values()) {
      out.writeFieldName(question.label());
      judgement(out, question, point.judgement(question));
    }
    JsonText.number(out, "syllablesPerSecond", point.syllablesPerSecond(), 2);
    JsonText.number(out, "activeLevelDbov", point.activeLevelDbov(), 1);
    out.writeFieldName("quality");
    quality(out, point.quality());
    out.writeFieldName("latencyMs");
    latency(out, point.latency());
    JsonText.string(out, "capturedAt", point.capturedAt());
    out.writeEndObject();
  }

  /**
   * Writes the newest {@code most} points, oldest first, in short: the window's end, then the
   * probabilities of the emotions in their order; the end alone if the window was not scored.
   */
  public static void recent(JsonGenerator out, Collection<Point> points, int most)
      throws IOException {
    out.writeStartArray();
    int skip = points.size() - most;
    for (Point point : points) {
      if (skip-- > 0) {
        continue;
      }
      Judgement emotion = point.emotion();
      out.writeStartArray();
      out.writeNumber(point.span().endMs());
      for (int i = 0; emotion != null && i < emotion.size(); i++) {
        out.writeNumber(Math.round(emotion.probability(i) * 100) / 100.0);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  /** Writes {@code attention}, or null. */
  public static void attention(JsonGenerator out, Attention attention) throws IOException {
    if (attention == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    span(out, attention.window());
    out.writeNumberField("stepMs", attention.stepMs());
    out.writeFieldName("weights");
    out.writeRawValue(attention.weights());
    out.writeEndObject();
  }

  private static void span(JsonGenerator out, Span span) throws IOException {
    out.writeObjectFieldStart("window");
    out.writeNumberField("startMs", span.startMs());
    out.writeNumberField("endMs", span.endMs());
    out.writeNumberField("speechMs", span.speechMs());
    out.writeEndObject();
  }

  private static void judgement(JsonGenerator out, Question question, Judgement judgement)
      throws IOException {
    if (judgement == null || judgement.size() == 0) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    JsonText.string(out, "label", judgement.label());
    JsonText.number(out, "confidence", judgement.confidence(), 4);
    out.writeObjectFieldStart("probabilities");
    for (int i = 0; i < judgement.size(); i++) {
      JsonText.number(out, question.labels().get(i), judgement.probability(i), 4);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void quality(JsonGenerator out, Quality quality) throws IOException {
    if (quality == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    JsonText.number(out, "lossPct", quality.lossPct(), 2);
    JsonText.number(out, "clippedPct", quality.clippedPct(), 2);
    JsonText.number(out, "bandHz", quality.bandHz(), 0);
    JsonText.number(out, "snrDb", quality.snrDb(), 1);
    out.writeEndObject();
  }

  private static void latency(JsonGenerator out, Latency latency) throws IOException {
    if (latency == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeNumberField("ingest", latency.ingest());
    out.writeNumberField("queue", latency.queue());
    out.writeNumberField("score", latency.score());
    out.writeNumberField("total", latency.total());
    out.writeEndObject();
  }
}
