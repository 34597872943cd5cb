package org.emotionmonitor.app.config;

/**
 * Log levels.
 *
 * @param level of this program
 * @param libraries of Kafka and the like
 */
public record LoggingConfig(String level, String libraries) {}
