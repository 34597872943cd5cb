package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the value of a control record: nothing, or a JSON object that may say when. */
final class ControlRecordReader {

  private static final int MAX_BYTES = 4_096;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private ControlRecordReader() {}

  /**
   * The field {@code at}; null if there is none.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  static Instant at(byte[] value) {
    if (value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes; must be at most %d".formatted(value.length, MAX_BYTES));
    }
    if (value.length == 0) {
      return null;
    }
    JsonNode json = object(value);
    JsonNode at = json.path("at");
    if (at.isMissingNode() || at.isNull()) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(at.asText()).toInstant();
      if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(wrong(at), e);
    }
    throw new IllegalArgumentException(wrong(at));
  }

  private static JsonNode object(byte[] value) {
    try {
      JsonNode json = Json.mapper().readTree(value);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  private static String wrong(JsonNode at) {
    return "at %s must be ISO-8601, such as 2026-01-31T09:30:00Z, from 1970 to 9999".formatted(at);
  }
}
