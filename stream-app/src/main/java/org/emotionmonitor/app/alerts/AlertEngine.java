package org.emotionmonitor.app.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.domain.Acknowledgement;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;

/** All rules on one leg. It keeps nothing itself. */
public final class AlertEngine {

  private final List<AlertRule> rules;

  public AlertEngine(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A window of the leg has been scored; windows come in the order of their ends. */
  public Step window(LegAlerts state, StartRecord leg, ScoredWindow window) {
    List<RuleState> next = new ArrayList<>();
    List<Alert> changes = new ArrayList<>();
    for (RuleState orphan : state.rules()) {
      if (orphan.isOpen() && watching(leg).noneMatch(r -> r.name().equals(orphan.rule()))) {
        changes.add(
            AlertWriter.resolved(orphan.alert(), window.at(), ResolvedBecause.RULE_REMOVED));
      }
    }
    watching(leg)
        .forEach(
            rule -> {
              RuleState before = state.rule(rule.name());
              RuleMachine.Next after = new RuleMachine(rule, leg).window(before, window);
              if (!after.state().equals(RuleState.idle(rule.name()))) {
                next.add(after.state());
              }
              if (after.news() != null) {
                changes.add(after.news());
              }
            });
    return new Step(new LegAlerts(next), changes);
  }

  /** The leg is over, or may not be analysed any more: what is open is resolved. */
  public List<Alert> end(LegAlerts state, StartRecord leg, Instant at, ResolvedBecause why) {
    List<Alert> changes = new ArrayList<>();
    for (RuleState open : state.rules()) {
      if (open.isOpen()) {
        changes.add(
            watching(leg)
                .filter(rule -> rule.name().equals(open.rule()))
                .map(rule -> new AlertWriter(rule, leg))
                .findFirst()
                .map(writer -> writer.resolved(open.alert(), open.streak(), at, why))
                .orElseGet(() -> AlertWriter.resolved(open.alert(), at, why)));
      }
    }
    return changes;
  }

  /** Nothing is known of the leg but its alerts: what is open is resolved. */
  public static List<Alert> lost(LegAlerts state, Instant at) {
    return state.rules().stream()
        .filter(RuleState::isOpen)
        .map(rule -> AlertWriter.resolved(rule.alert(), at, ResolvedBecause.LEG_LOST))
        .toList();
  }

  /** Somebody acknowledged an alert; empty if none of that id is firing on the leg. */
  public static Optional<Step> acknowledge(LegAlerts state, String alertId, AlertAction action) {
    List<RuleState> next = new ArrayList<>();
    List<Alert> changes = new ArrayList<>();
    for (RuleState rule : state.rules()) {
      Alert alert = rule.alert();
      if (alert != null && alert.alertId().equals(alertId) && alert.state() == AlertState.FIRING) {
        Alert known =
            AlertWriter.acknowledged(
                alert, new Acknowledgement(action.by(), action.at(), action.note()));
        changes.add(known);
        next.add(rule.with(known));
      } else {
        next.add(rule);
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(new LegAlerts(next), changes));
  }

  private Stream<AlertRule> watching(StartRecord leg) {
    return rules.stream().filter(rule -> rule.watches(leg));
  }
}
