package org.emotionmonitor.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A rule's keys and values; every complaint names the rule's place in the list and the key. */
final class RuleNode {

  private final String path;
  private final JsonNode json;
  private final Set<String> known = new TreeSet<>();

  RuleNode(String path, JsonNode json) {
    this.path = path;
    this.json = json;
    if (!json.isObject()) {
      throw new ConfigException("%s = %s: must be a rule's keys and values".formatted(path, json));
    }
  }

  boolean has(String key) {
    known.add(key);
    return json.hasNonNull(key);
  }

  String text(String key, String otherwise) {
    if (!has(key)) {
      if (otherwise == null) {
        throw new ConfigException(path + "." + key + " is missing");
      }
      return otherwise;
    }
    String text = json.path(key).asText().strip();
    if (text.isEmpty()) {
      throw bad(key, "a text that is not empty");
    }
    return text;
  }

  /** One word or a list of them; empty without the key. */
  Set<String> words(String key) {
    Set<String> words = new LinkedHashSet<>();
    if (has(key)) {
      JsonNode value = json.path(key);
      (value.isArray() ? value : List.of(value)).forEach(word -> words.add(word.asText().strip()));
    }
    return words;
  }

  double decimal(String key, double min, double max, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = json.path(key);
    if (!value.isNumber() || !(value.asDouble() >= min && value.asDouble() <= max)) {
      throw bad(key, "a number from %s to %s".formatted(min, max));
    }
    return value.asDouble();
  }

  int integer(String key, int min, int max, int otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = json.path(key);
    if (!value.isIntegralNumber() || value.asInt() < min || value.asInt() > max) {
      throw bad(key, "a whole number from %d to %d".formatted(min, max));
    }
    return value.asInt();
  }

  boolean flag(String key) {
    if (has(key) && !json.path(key).isBoolean()) {
      throw bad(key, "true or false");
    }
    return json.path(key).asBoolean(false);
  }

  ConfigException bad(String key, String allowed) {
    return new ConfigException(
        "%s.%s = %s: must be %s".formatted(path, key, json.path(key), allowed));
  }

  ConfigException wrong(String complaint) {
    return new ConfigException(path + ": " + complaint);
  }

  /** To be called when all known keys have been asked for. */
  void requireNothingElse() {
    json.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new ConfigException(
                    "unknown key %s.%s; did you mean %s?"
                        .formatted(path, key, Nearest.to(key, known)));
              }
            });
  }
}
