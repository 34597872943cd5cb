package org.emotionmonitor.app.gateway.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.emotionmonitor.app.gateway.view.JsonText;

/** What a client may say. */
sealed interface ClientMessage {

  /** Replaces what the client gets. */
  record Subscribe(Subscription to) implements ClientMessage {}

  /**
   * Acknowledges an alert.
   *
   * @param note what they add, or null
   */
  record Ack(String alertId, String note) implements ClientMessage {}

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

  int MAX_IDS = 256;
  int MAX_ID = 200;
  int MAX_ALERT_ID = 700;

  static ClientMessage parse(String text) throws Refused {
    JsonNode json;
    try {
      json = JsonText.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused("bad_message", "not JSON: " + e.getOriginalMessage());
    }
    String type = json.path("type").asText();
    return switch (type) {
      case "subscribe" -> new Subscribe(subscription(json));
      case "ack" -> ack(json);
      default ->
          throw new Refused(
              "unknown_type",
              "type \"%s\" is not known; allowed: subscribe, ack".formatted(shorten(type)));
    };
  }

  private static Ack ack(JsonNode json) throws Refused {
    JsonNode id = json.path("alertId");
    JsonNode note = json.path("note");
    if (!id.isTextual() || id.asText().length() > MAX_ALERT_ID) {
      throw new Refused("bad_message", "alertId must be the alert's id");
    }
    if (!note.isTextual() && !note.isNull() && !note.isMissingNode()) {
      throw new Refused("bad_message", "note must be a text");
    }
    return new Ack(id.asText(), note.isTextual() ? note.asText() : null);
  }

  private static Subscription subscription(JsonNode json) throws Refused {
    if (!json.hasNonNull("calls") && !json.hasNonNull("agents") && !json.hasNonNull("queues")) {
      throw new Refused(
          "bad_subscription", "say calls, agents or queues; calls [\"*\"] for everything");
    }
    Set<String> calls = ids(json, "calls");
    return new Subscription(
        calls.contains("*") ? Set.of() : calls,
        ids(json, "agents"),
        ids(json, "queues"),
        kinds(ids(json, "kinds")),
        position(json.path("resume")));
  }

  private static Subscription.Position position(JsonNode json) throws Refused {
    if (json.isMissingNode() || json.isNull()) {
      return null;
    }
    if (!json.path("epoch").isTextual() || !json.path("seq").isIntegralNumber()) {
      throw new Refused(
          "bad_subscription", "resume must be {epoch, seq}, as hello and events told them");
    }
    return new Subscription.Position(json.path("epoch").asText(), json.path("seq").asLong());
  }

  /** The kinds of these labels; all if there are none. */
  static Set<Change.Kind> kinds(Set<String> labels) throws Refused {
    Set<String> unknown = new LinkedHashSet<>(labels);
    EnumSet<Change.Kind> kinds = EnumSet.noneOf(Change.Kind.class);
    if (labels.isEmpty()) {
      return EnumSet.allOf(Change.Kind.class);
    }
    for (Change.Kind kind : Change.Kind.values()) {
      if (unknown.remove(kind.name().toLowerCase(Locale.ROOT))) {
        kinds.add(kind);
      }
    }
    if (!unknown.isEmpty()) {
      throw new Refused(
          "bad_subscription",
          "kind \"%s\" is not known; allowed: leg, window, call, alert, gone"
              .formatted(shorten(unknown.iterator().next())));
    }
    return kinds;
  }

  /** The list at {@code name}; empty if there is none. */
  private static Set<String> ids(JsonNode json, String name) throws Refused {
    JsonNode list = json.path(name);
    Set<String> ids = new LinkedHashSet<>();
    if (list.isMissingNode() || list.isNull()) {
      return ids;
    }
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_IDS) {
      throw new Refused(
          "bad_subscription", "%s must be a list of 1 to %d texts".formatted(name, MAX_IDS));
    }
    for (JsonNode id : list) {
      if (!id.isTextual() || id.asText().isEmpty() || id.asText().length() > MAX_ID) {
        throw new Refused(
            "bad_subscription",
            "%s: %s must be a text of 1 to %d characters"
                .formatted(name, shorten(id.toString()), MAX_ID));
      }
      ids.add(id.asText());
    }
    return ids;
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
