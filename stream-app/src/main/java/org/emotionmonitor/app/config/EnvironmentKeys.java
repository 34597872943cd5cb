package org.emotionmonitor.app.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which environment variable sets which key: {@code EMOTION_MONITOR_STREAM_HOP_SECONDS} sets {@code
 * stream.hopSeconds}; case and separators do not count.
 */
final class EnvironmentKeys {

  private static final String PREFIX = "EMOTION_MONITOR_";
  private static final String KAFKA = "KAFKA_";

  /** Read by the launcher script, not by the program. */
  private static final Set<String> LAUNCHER = Set.of("HOME", "JAVA_OPTS", "JAVA");

  /**
   * Kubernetes describes every service of a namespace in variables of this form; one named {@code
   * emotion-monitor-gateway} even gives {@code EMOTION_MONITOR_GATEWAY_PORT=tcp://10.0.0.1:8080}.
   */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(".*(_SERVICE_HOST|_SERVICE_PORT(_.*)?|_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  private EnvironmentKeys() {}

  static boolean isOurs(String name, String value) {
    return name.startsWith(PREFIX)
        && !LAUNCHER.contains(name.substring(PREFIX.length()))
        && !SERVICE_LINK.matcher(name).matches()
        && !SERVICE_URL.matcher(value).matches();
  }

  /** The known key that {@code name} means; a name that means none is returned readably. */
  static String key(String name, Collection<String> known) {
    String rest = name.substring(PREFIX.length());
    if (rest.startsWith(KAFKA)) {
      return rest.toLowerCase(Locale.ROOT).replace('_', '.');
    }
    String folded = fold(rest);
    return known.stream()
        .filter(key -> fold(key).equals(folded))
        .findFirst()
        .orElse(rest.toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[._]", "");
  }
}
