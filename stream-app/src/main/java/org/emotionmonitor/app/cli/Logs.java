package org.emotionmonitor.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.emotionmonitor.app.config.LoggingConfig;
import org.slf4j.LoggerFactory;

/** Sets log levels by the configuration; where the lines go is logback.xml's business. */
final class Logs {

  private static final String OURS = "org.emotionmonitor";
  private static final List<String> NOISY = List.of("kafka", "org.apache.kafka");

  private Logs() {}

  static void apply(LoggingConfig logging, boolean verbose) {
    set(OURS, verbose ? Level.DEBUG : Level.toLevel(logging.level()));
    Level libraries = Level.toLevel(logging.libraries());
    set(org.slf4j.Logger.ROOT_LOGGER_NAME, libraries);
    // Kafka warns of the ordinary: it is held at ERROR unless more than WARN is wanted.
    boolean more = verbose || !libraries.isGreaterOrEqual(Level.WARN);
    NOISY.forEach(name -> set(name, more ? libraries : Level.ERROR));
  }

  private static void set(String logger, Level level) {
    // Under tests another binding may be in place.
    if (LoggerFactory.getLogger(logger) instanceof Logger logback) {
      logback.setLevel(level);
    }
  }
}
