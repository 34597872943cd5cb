package org.emotionmonitor.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values of one section of the settings and checks their bounds. */
final class Section {

  private static final Pattern TOPIC_WORD = Pattern.compile("[a-zA-Z0-9._-]*");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");

  private final Settings settings;
  private final String name;

  Section(Settings settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  String text(String key) {
    String value = settings.get(path(key)).strip();
    if (value.isEmpty()) {
      throw ConfigException.bad(path(key), value, "a text that is not empty");
    }
    return value;
  }

  String textOrNull(String key) {
    String value = settings.get(path(key)).strip();
    return value.isEmpty() ? null : value;
  }

  /** Words separated by blanks or commas; may be none. */
  Set<String> words(String key) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : BETWEEN_WORDS.split(settings.get(path(key)), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Letters, digits, dot, underscore and minus, as Kafka wants its names. */
  String kafkaName(String key, int min, int max) {
    String value = settings.get(path(key)).strip();
    if (!TOPIC_WORD.matcher(value).matches() || value.length() < min || value.length() > max) {
      throw ConfigException.bad(
          path(key), value, "%d to %d letters, digits, \".\", \"_\", \"-\"".formatted(min, max));
    }
    return value;
  }

  Path pathOrNull(String key) {
    String value = settings.get(path(key)).strip();
    try {
      return value.isEmpty() ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new ConfigException(
          ConfigException.bad(path(key), value, "a path or empty").getMessage(), e);
    }
  }

  boolean flag(String key) {
    return switch (settings.get(path(key)).strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ConfigException.bad(path(key), settings.get(path(key)), "true or false");
    };
  }

  int integer(String key, int min, int max) {
    String value = settings.get(path(key)).strip();
    String allowed = "a whole number from %d to %d".formatted(min, max);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(ConfigException.bad(path(key), value, allowed).getMessage(), e);
    }
    throw ConfigException.bad(path(key), value, allowed);
  }

  double decimal(String key, double min, double max) {
    String value = settings.get(path(key)).strip();
    String allowed = "a number from %s to %s".formatted(min, max);
    try {
      double number = Double.parseDouble(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(ConfigException.bad(path(key), value, allowed).getMessage(), e);
    }
    throw ConfigException.bad(path(key), value, allowed);
  }

  String oneOf(String key, List<String> allowed) {
    String value = settings.get(path(key)).strip();
    if (!allowed.contains(value)) {
      throw ConfigException.bad(path(key), value, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  private String path(String key) {
    return name + "." + key;
  }
}
