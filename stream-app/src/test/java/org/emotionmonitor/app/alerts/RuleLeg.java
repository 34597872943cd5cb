package org.emotionmonitor.app.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertActionKind;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/** A leg with windows of up to 6 s that end every second, all of them speech unless said. */
final class RuleLeg {

  static final Instant BEGIN = Instant.parse("2026-01-31T09:30:00Z");

  private static final ModelRef MODEL = new ModelRef("m", "1", "0123456789ab");

  final List<Alert> alerts = new ArrayList<>();
  private final AlertEngine engine;
  private final StartRecord start;
  private LegAlerts state = LegAlerts.NONE;
  private double speechShare = 1;
  private long endMs;

  RuleLeg(String... rules) {
    this(
        StartRecord.of(new LegKey("c", "cust"), Role.CUSTOMER, Encoding.PCMU, 8_000, 100, BEGIN),
        rules);
  }

  RuleLeg(StartRecord start, String... rules) {
    this.start = start;
    this.engine = new AlertEngine(rules(rules));
  }

  static List<AlertRule> rules(String... rules) {
    String list = "alerts.rules=[" + String.join(", ", rules) + "]";
    return Config.load(List.of(), Map.of(), List.of(list)).alerts().rules();
  }

  RuleLeg speaking(double share) {
    speechShare = share;
    return this;
  }

  /** Windows with these probabilities of unfriendly, a second apart. */
  RuleLeg unfriendly(double... probabilities) {
    for (double p : probabilities) {
      window(Map.of(EventKind.EMOTION, Map.of("unfriendly", (float) p, "sad", (float) (1 - p))));
    }
    return this;
  }

  RuleLeg abstained(int windows) {
    for (int i = 0; i < windows; i++) {
      window(Map.of());
    }
    return this;
  }

  RuleLeg window(Map<EventKind, Map<String, Float>> probabilities) {
    endMs += 1_000;
    Step step =
        engine.window(
            state,
            start,
            new ScoredWindow(
                Math.max(0, endMs - 6_000),
                endMs,
                BEGIN.plusMillis(endMs),
                MODEL,
                (from, to) -> Math.round((to - from) * speechShare),
                probabilities));
    take(step);
    return this;
  }

  /** Writes the state and reads it back, as a restart does. */
  RuleLeg restart() {
    state = Json.read(Json.text(state).getBytes(UTF_8), LegAlerts.class);
    return this;
  }

  boolean acknowledge(String alertId) {
    AlertAction action =
        new AlertAction(AlertActionKind.ACKNOWLEDGE, "sam", BEGIN.plusMillis(endMs), "calling");
    return AlertEngine.acknowledge(state, alertId, action)
        .map(
            step -> {
              take(step);
              return true;
            })
        .orElse(false);
  }

  RuleLeg end() {
    alerts.addAll(engine.end(state, start, BEGIN.plusMillis(endMs), ResolvedBecause.LEG_ENDED));
    state = LegAlerts.NONE;
    return this;
  }

  Alert last() {
    return alerts.get(alerts.size() - 1);
  }

  private void take(Step step) {
    state = step.state();
    alerts.addAll(step.changes());
  }
}
