package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.IngestException;

/** Reads the JSON of other people's messages. */
final class Fields {
  private Fields() {}

  /**
   * The object in {@code text}.
   *
   * @throws IngestException if it is none
   */
  static JsonNode parse(String text) throws IngestException {
    try {
      JsonNode json = Json.mapper().readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new IngestException(IngestError.BAD_MESSAGE, "not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IngestException(IngestError.BAD_MESSAGE, "not a JSON object");
  }

  /** The first of the fields that is there, as text; null if none is. */
  static String text(JsonNode json, String... names) {
    JsonNode value = first(json, names);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? value.asText()
        : null;
  }

  /** The first of the fields that is there as a whole number or the text of one; -1 if none is. */
  static long number(JsonNode json, String... names) {
    return first(json, names).asLong(-1);
  }

  /** The first of the fields that is there; missing if none is. */
  static JsonNode first(JsonNode json, String... names) {
    for (String name : names) {
      if (json.hasNonNull(name)) {
        return json.path(name);
      }
    }
    return json.path(names[0]);
  }

  /** {@code text}, cut to what an error message may hold. */
  static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
