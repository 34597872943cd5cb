package org.emotionmonitor.app.alerts;

import java.util.List;

/**
 * Where the rules are on a leg. It holds nothing of a rule to which nothing has happened.
 *
 * @param rules one state each
 */
public record LegAlerts(List<RuleState> rules) {

  /** Nothing has happened. */
  public static final LegAlerts NONE = new LegAlerts(List.of());

  public LegAlerts {
    rules = List.copyOf(rules);
  }

  RuleState rule(String name) {
    return rules.stream()
        .filter(state -> state.rule().equals(name))
        .findFirst()
        .orElseGet(() -> RuleState.idle(name));
  }
}
