package org.emotionmonitor.app.gateway.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotionmonitor.app.gateway.board.Attention;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Latency;
import org.emotionmonitor.app.gateway.board.ModelRef;
import org.emotionmonitor.app.gateway.board.Quality;
import org.emotionmonitor.app.gateway.board.Question;
import org.emotionmonitor.app.gateway.board.Span;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;

/**
 * Reads the values of the result topics. A tolerant reader: it takes the fields that the board
 * shows and ignores the rest, so that a gateway and a topology of different versions can meet.
 */
public final class UpdateReader {
  private static final int MAX_WEIGHTS = 1000;

  private UpdateReader() {}

  /**
   * The update that a record carries; empty for a tombstone and for audit records that decide
   * nothing about a leg.
   *
   * @throws IllegalArgumentException that says what is wrong with the value
   */
  public static Optional<Update> read(Topic topic, byte[] value, long timestampMs) {
    if (value == null) {
      return Optional.empty();
    }
    JsonNode json;
    try {
      json = JsonText.mapper().readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory do not fail to be read", e);
    }
    if ("erase".equals(text(json, "action"))) {
      return Optional.of(new Update.Erased(text(json, "callId"), timestampMs));
    }
    if ("call".equals(text(json, "kind"))) {
      String totals = json.path("totals").isObject() ? json.path("totals").toString() : null;
      return Optional.of(new Update.CallTotals(text(json, "callId"), timestampMs, totals));
    }
    LegKey leg = new LegKey(text(json, "callId"), text(json, "legId"));
    return switch (topic) {
      case EMOTION -> Optional.of(window(Question.EMOTION, leg, json, timestampMs));
      case RATE -> Optional.of(window(Question.RATE, leg, json, timestampMs));
      case VOLUME -> Optional.of(window(Question.VOLUME, leg, json, timestampMs));
      case SUMMARIES -> Optional.of(state(leg, json, timestampMs));
      case ALERTS -> Optional.of(alert(leg, json, timestampMs));
      case AUDIT -> decision(leg, json, timestampMs);
    };
  }

  private static Update window(Question question, LegKey leg, JsonNode json, long timestampMs) {
    JsonNode window = json.path("window");
    if (!window.path("endMs").isIntegralNumber()) {
      throw new IllegalArgumentException(
          "window.endMs \"%s\" is not a whole number".formatted(window.path("endMs")));
    }
    Span span =
        new Span(
            window.path("startMs").asLong(),
            window.path("endMs").asLong(),
            window.path("speechMs").asLong());
    return new Update.Window(
        leg,
        timestampMs,
        question,
        role(json),
        span,
        judgement(question, json),
        text(json, "abstained"),
        attention(span, json.path("attention")),
        quality(json.path("quality")),
        number(json, "syllablesPerSecond"),
        number(json, "activeLevelDbov"),
        model(json.path("model")),
        latency(json.path("latencyMs")),
        text(json, "capturedAt"));
  }

  private static Quality quality(JsonNode json) {
    return json.isObject()
        ? new Quality(
            number(json, "lossPct"),
            number(json, "clippedPct"),
            number(json, "bandHz"),
            number(json, "snrDb"))
        : null;
  }

  private static Judgement judgement(Question question, JsonNode json) {
    JsonNode probabilities = json.path("probabilities");
    if (!probabilities.isObject() || probabilities.isEmpty()) {
      return new Judgement(null, Float.NaN, new float[0]);
    }
    float[] p = new float[question.labels().size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = (float) probabilities.path(question.labels().get(i)).asDouble(0);
    }
    return new Judgement(text(json, "label"), number(json, "confidence"), p);
  }

  private static Attention attention(Span span, JsonNode json) {
    JsonNode weights = json.path("weights");
    if (!weights.isArray() || weights.size() > MAX_WEIGHTS) {
      return null;
    }
    StringBuilder text = new StringBuilder(weights.size() * 7).append('[');
    for (JsonNode w : weights) {
      text.append(text.length() > 1 ? "," : "").append(Math.round(w.asDouble() * 1e4) / 1e4);
    }
    return new Attention(span, json.path("stepMs").asLong(100), text.append(']').toString());
  }

  private static ModelRef model(JsonNode json) {
    return json.isObject()
        ? new ModelRef(text(json, "name"), text(json, "version"), text(json, "sha256"))
        : null;
  }

  private static Latency latency(JsonNode json) {
    return json.isObject()
        ? new Latency(
            json.path("ingest").asLong(), json.path("queue").asLong(), json.path("score").asLong())
        : null;
  }

  private static Update state(LegKey leg, JsonNode json, long timestampMs) {
    Map<String, Long> chunks = new HashMap<>();
    json.path("chunks").properties().forEach(e -> chunks.put(e.getKey(), e.getValue().asLong()));
    Map<String, String> attributes = new HashMap<>();
    json.path("attributes")
        .properties()
        .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
    return new Update.State(
        leg,
        timestampMs,
        role(json),
        "ended".equals(text(json, "state")),
        text(json, "agentId"),
        text(json, "queue"),
        text(json, "language"),
        text(json, "startedAt"),
        text(json, "endedAt"),
        json.path("audioMs").asLong(),
        json.path("windows").asLong(),
        chunks,
        attributes,
        json.path("totals").isObject() ? json.path("totals").toString() : null);
  }

  private static Update alert(LegKey leg, JsonNode json, long timestampMs) {
    String alertId = text(json, "alertId");
    String state = text(json, "state");
    if (alertId == null || state == null) {
      throw new IllegalArgumentException("an alert needs alertId and state");
    }
    String audioKey = text(json, "audioKey");
    return new Update.Alert(
        alertId,
        leg,
        timestampMs,
        state,
        text(json, "severity"),
        role(json),
        text(json, "agentId"),
        text(json, "queue"),
        audioKey == null ? leg.toString() : audioKey,
        json.toString());
  }

  private static Optional<Update> decision(LegKey leg, JsonNode json, long timestampMs) {
    String decision = text(json, "decision");
    if (!"analyse".equals(decision) && !"drop".equals(decision)) {
      return Optional.empty();
    }
    return Optional.of(
        new Update.Decision(
            leg,
            timestampMs,
            role(json),
            "analyse".equals(decision),
            text(json, "reason"),
            text(json, "policy"),
            text(json, "agentId"),
            text(json, "queue")));
  }

  private static String role(JsonNode json) {
    String role = text(json, "role");
    return role == null ? "unknown" : role;
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static float number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isNumber() ? (float) value.asDouble() : Float.NaN;
  }
}
