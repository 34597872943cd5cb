package org.emotionmonitor.app.gateway.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.emotionmonitor.app.gateway.view.JsonText;

/** What a client may say. */
sealed interface ClientMessage {

  /** Replaces what the client gets. */
  record Subscribe(Subscription to) implements ClientMessage {}

  /** Why a message is not understood; the code is part of the protocol. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  int MAX_CALLS = 256;
  int MAX_ID = 200;

  static ClientMessage parse(String text) throws Refused {
    JsonNode json;
    try {
      json = JsonText.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused("bad_message", "not JSON: " + e.getOriginalMessage());
    }
    String type = json.path("type").asText();
    if (!type.equals("subscribe")) {
      throw new Refused(
          "unknown_type", "type \"%s\" is not known; allowed: subscribe".formatted(shorten(type)));
    }
    return new Subscribe(subscription(json.path("calls")));
  }

  private static Subscription subscription(JsonNode calls) throws Refused {
    if (!calls.isArray() || calls.isEmpty() || calls.size() > MAX_CALLS) {
      throw new Refused(
          "bad_subscription",
          "calls must be [\"*\"] or a list of 1 to %d call ids".formatted(MAX_CALLS));
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode id : calls) {
      if (!id.isTextual() || id.asText().isEmpty() || id.asText().length() > MAX_ID) {
        throw new Refused(
            "bad_subscription",
            "call id %s must be a text of 1 to %d characters"
                .formatted(shorten(id.toString()), MAX_ID));
      }
      ids.add(id.asText());
    }
    return ids.contains("*") ? new Subscription(true, Set.of()) : new Subscription(false, ids);
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
