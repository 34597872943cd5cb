package org.emotionmonitor.app.alerts;

import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;

/**
 * One rule on one leg: from a state and a window to the next state, and to the alert if it changed.
 *
 * <p>A window supports the rule with a probability of {@code enter} or more, and speaks against it
 * below {@code exit}. What lies between does neither: it keeps an open alert open, and lets a
 * streak wait. So does a window without an estimate, for {@code gap} at most.
 */
final class RuleMachine {

  /** The next state, and the alert if there is news of it; otherwise null. */
  record Next(RuleState state, Alert news) {}

  /** Of windows that share no frame, the last frame and the first one still do 15 ms. */
  private static final long FRAMES_MS = 16;

  private final AlertRule rule;
  private final AlertWriter writer;

  RuleMachine(AlertRule rule, StartRecord leg) {
    this.rule = rule;
    this.writer = new AlertWriter(rule, leg);
  }

  Next window(RuleState state, ScoredWindow window) {
    if (window.abstained()) {
      return waiting(state, window);
    }
    Map<String, Double> classes = classes(window);
    double p = classes.values().stream().mapToDouble(Double::doubleValue).sum();
    if (p < rule.exit()) {
      return broken(state, window, ResolvedBecause.RECOVERED);
    }
    if (p < rule.enter()) {
      return state.isOpen()
          ? escalated(state.with(state.streak().heldUntil(window.endMs())), window)
          : waiting(state, window);
    }
    RuleState supported = state.with(supported(state, window, classes));
    return state.isOpen() ? escalated(supported, window) : raised(supported, window);
  }

  private Streak supported(RuleState state, ScoredWindow window, Map<String, Double> classes) {
    Streak streak =
        state.streak() == null
            ? Streak.from(Math.max(window.startMs(), state.clearMs()))
            : state.streak();
    boolean shared = streak.count() > 0 && window.startMs() + FRAMES_MS < streak.endMs();
    return rule.disjoint() && shared
        ? streak.heldUntil(window.endMs())
        : streak.with(window, classes);
  }

  private Next raised(RuleState state, ScoredWindow window) {
    Streak streak = state.streak();
    if (streak.count() < rule.windows()
        || streak.speechMs() < rule.minSpeech().toMillis()
        || window.endMs() < state.blockedMs()) {
      return new Next(state, null);
    }
    Alert alert = writer.raised(streak, window);
    return new Next(state.fired(alert, window.endMs()), alert);
  }

  private Next escalated(RuleState state, ScoredWindow window) {
    Alert alert = state.alert();
    boolean due =
        rule.escalateAfter() != null
            && alert.state() == AlertState.FIRING
            && !alert.escalated()
            && window.endMs() - state.firedMs() >= rule.escalateAfter().toMillis();
    if (!due) {
      return new Next(state, null);
    }
    Alert escalated = writer.escalated(alert, state.streak());
    return new Next(state.with(escalated), escalated);
  }

  private Next waiting(RuleState state, ScoredWindow window) {
    boolean over =
        state.streak() != null && window.endMs() - state.streak().heldMs() > rule.gap().toMillis();
    return over ? broken(state, window, ResolvedBecause.SILENCE) : new Next(state, null);
  }

  private Next broken(RuleState state, ScoredWindow window, ResolvedBecause why) {
    if (!state.isOpen()) {
      return new Next(state.with((Streak) null), null);
    }
    Alert resolved = writer.resolved(state.alert(), state.streak(), window.at(), why);
    return new Next(state.resolved(window.endMs(), rule.cooldown().toMillis()), resolved);
  }

  private Map<String, Double> classes(ScoredWindow window) {
    Map<String, Float> all = window.probabilities().get(rule.attribute());
    Map<String, Double> classes = new TreeMap<>();
    rule.classes().forEach(label -> classes.put(label, (double) all.getOrDefault(label, 0f)));
    return classes;
  }
}
