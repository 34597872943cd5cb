package org.emotionmonitor.app.ingest;

import java.util.Map;

/**
 * What is known of a call besides its audio.
 *
 * @param agentId who handles it, or null
 * @param queue it came through, or null
 * @param language BCP 47 tag, or null
 * @param attributes passed on as they are
 */
public record CallDetails(
    String agentId, String queue, String language, Map<String, String> attributes) {

  /** Nothing is known. */
  public static final CallDetails NONE = new CallDetails(null, null, null, Map.of());

  public CallDetails {
    attributes = Map.copyOf(attributes);
  }
}
