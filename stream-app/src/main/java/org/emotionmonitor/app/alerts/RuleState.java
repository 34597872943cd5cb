package org.emotionmonitor.app.alerts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.emotionmonitor.app.domain.Alert;

/**
 * Where a rule is on a leg.
 *
 * @param rule its name
 * @param streak supporting windows so far; null if there are none
 * @param alert the one that is open; null if there is none
 * @param firedMs audio of the leg when it was raised
 * @param clearMs end of the audio that a former alert was about
 * @param blockedMs audio before which no alert may be raised
 */
record RuleState(
    String rule, Streak streak, Alert alert, long firedMs, long clearMs, long blockedMs) {

  /** Nothing has happened. */
  static RuleState idle(String rule) {
    return new RuleState(rule, null, null, 0, 0, 0);
  }

  @JsonIgnore
  boolean isOpen() {
    return alert != null;
  }

  RuleState with(Streak next) {
    return new RuleState(rule, next, alert, firedMs, clearMs, blockedMs);
  }

  RuleState with(Alert next) {
    return new RuleState(rule, streak, next, firedMs, clearMs, blockedMs);
  }

  RuleState fired(Alert next, long atMs) {
    return new RuleState(rule, streak, next, atMs, clearMs, blockedMs);
  }

  RuleState resolved(long atMs, long cooldownMs) {
    return new RuleState(rule, null, null, 0, atMs, atMs + cooldownMs);
  }
}
