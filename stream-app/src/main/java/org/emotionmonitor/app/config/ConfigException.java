package org.emotionmonitor.app.config;

import org.emotionmonitor.app.AppException;

/**
 * A configuration that cannot be used; the message names the key, the value and what is allowed.
 */
public final class ConfigException extends AppException {

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }

  static ConfigException bad(String key, Object value, String allowed) {
    return new ConfigException("%s = %s: must be %s".formatted(key, show(value), allowed));
  }

  private static String show(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
