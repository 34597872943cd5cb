package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;

/** Reads the JSON of a start record, field by field, so that every complaint names its field. */
final class StartRecordReader {

  /** It is copied into the leg's state and its summary. */
  private static final int MAX_BYTES = 16_384;

  private final JsonNode json;

  private StartRecordReader(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads one start record; fields it does not know are ignored.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  static StartRecord read(byte[] value) {
    if (value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes; must be at most %d".formatted(value.length, MAX_BYTES));
    }
    JsonNode json;
    try {
      json = Json.mapper().readTree(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new StartRecordReader(json).read();
  }

  private StartRecord read() {
    return new StartRecord(
        text("callId"),
        text("legId"),
        role(),
        text("agentId"),
        text("queue"),
        text("language"),
        encoding(),
        integer("sampleRate"),
        integer("frameDuration"),
        startedAt(),
        consent(),
        attributes(),
        channels(),
        text("source"));
  }

  private String text(String name) {
    JsonNode node = json.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrong(name, node, "a string");
    }
    return node.textValue();
  }

  private int integer(String name) {
    JsonNode node = json.path(name);
    if (!node.isInt()) {
      throw wrong(name, node, "a whole number");
    }
    return node.intValue();
  }

  private Role role() {
    String label = text("role");
    return label == null ? Role.UNKNOWN : Labelled.parse(Role.class, label);
  }

  private Encoding encoding() {
    String label = text("encoding");
    return label == null ? null : Encoding.parse(label);
  }

  private Instant startedAt() {
    String text = text("startedAt");
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong("startedAt", json.path("startedAt"), "ISO-8601, such as 2026-01-31T09:30:00Z");
    }
  }

  /** {@code true} and {@code false} are what senders said before there were three answers. */
  private Consent consent() {
    JsonNode node = json.path("consent");
    if (node.isBoolean()) {
      return node.booleanValue() ? Consent.GRANTED : Consent.DENIED;
    }
    String label = text("consent");
    return label == null ? Consent.UNKNOWN : Labelled.parse(Consent.class, label);
  }

  private Map<String, String> attributes() {
    JsonNode node = json.path("attributes");
    Map<String, String> attributes = new LinkedHashMap<>();
    if (node.isMissingNode() || node.isNull()) {
      return attributes;
    }
    if (!node.isObject()) {
      throw wrong("attributes", node, "an object");
    }
    node.properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    return attributes;
  }

  private List<StartRecord.Channel> channels() {
    JsonNode node = json.path("channels");
    List<StartRecord.Channel> channels = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return channels;
    }
    if (!node.isArray() || node.size() > StartRecord.STEREO) {
      throw wrong("channels", node, "a list of two {legId, role}");
    }
    for (JsonNode each : node) {
      if (!each.isObject()) {
        throw wrong("channels", node, "a list of two {legId, role}");
      }
      StartRecordReader channel = new StartRecordReader(each);
      channels.add(new StartRecord.Channel(channel.text("legId"), channel.role()));
    }
    return channels;
  }

  private static IllegalArgumentException wrong(String name, JsonNode value, String allowed) {
    return value.isMissingNode()
        ? new IllegalArgumentException("%s is missing; it must be %s".formatted(name, allowed))
        : new IllegalArgumentException("%s %s must be %s".formatted(name, value, allowed));
  }
}
