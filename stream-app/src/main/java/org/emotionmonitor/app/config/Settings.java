package org.emotionmonitor.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings as flat text: {@code gateway.port} → {@code 8080}. The default file defines which
 * keys there are; below {@code kafka.} any key goes.
 */
final class Settings {

  /** Section whose keys are passed to the Kafka clients unseen. */
  static final String KAFKA = "kafka.";

  private static final String DEFAULT_FILE = "/emotion-monitor.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  static Settings defaults() {
    try (InputStream in = Settings.class.getResourceAsStream(DEFAULT_FILE)) {
      return new Settings(flatten(YAML.readTree(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's own " + DEFAULT_FILE + " cannot be read", e);
    }
  }

  String get(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("no default for " + key);
    }
    return value;
  }

  /** The settings below {@code section}, without it. */
  Map<String, String> below(String section) {
    Map<String, String> below = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(section)) {
            below.put(key.substring(section.length()), value);
          }
        });
    return below;
  }

  void overrideByFile(Path file) {
    try {
      JsonNode tree = YAML.readTree(Files.readAllBytes(file));
      flatten(tree).forEach((key, value) -> override(key, value, file.toString()));
    } catch (JsonProcessingException e) {
      throw new ConfigException(
          "configuration file %s is not YAML: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new ConfigException(
          "configuration file %s cannot be read; check the path given to --config".formatted(file),
          e);
    }
  }

  void overrideByEnvironment(Map<String, String> env) {
    new TreeMap<>(env)
        .forEach(
            (name, value) -> {
              if (EnvironmentKeys.isOurs(name, value)) {
                override(EnvironmentKeys.key(name, values.keySet()), value, name);
              }
            });
  }

  void overrideBySet(String set) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      throw new ConfigException("--set %s: must be key=value".formatted(set));
    }
    override(set.substring(0, equals).strip(), set.substring(equals + 1).strip(), "--set");
  }

  private void override(String key, String value, String source) {
    if (!key.startsWith(KAFKA) && !values.containsKey(key)) {
      throw new ConfigException(
          "unknown key %s (from %s); did you mean %s?"
              .formatted(key, source, Nearest.to(key, values.keySet())));
    }
    values.put(key, value);
  }

  private static Map<String, String> flatten(JsonNode tree) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", tree, flat);
    return flat;
  }

  private static void flatten(String key, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  flatten(
                      key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                      entry.getValue(),
                      flat));
    } else if (!key.isEmpty()) {
      flat.put(key, node.isNull() ? "" : node.isValueNode() ? node.asText() : node.toString());
    } else if (!node.isMissingNode() && !node.isNull()) {
      throw new ConfigException("a configuration file must hold keys, not \"" + node + "\"");
    }
  }
}
