package org.emotionmonitor.app.config;

import java.util.List;

/**
 * What is alerted on.
 *
 * @param rules any number
 */
public record AlertsConfig(List<AlertRule> rules) {

  public AlertsConfig {
    rules = List.copyOf(rules);
  }
}
