package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/**
 * A call was erased: a record of {@code calls.audit} under the key {@code callId}.
 *
 * @param by who asked for it
 * @param deleted deleted keys by topic
 */
public record Erased(String callId, String by, Instant at, Map<String, Integer> deleted) {

  public Erased {
    deleted = Map.copyOf(deleted);
  }

  /** Tells it from what policy decided. */
  @JsonProperty
  public String action() {
    return "erase";
  }
}
