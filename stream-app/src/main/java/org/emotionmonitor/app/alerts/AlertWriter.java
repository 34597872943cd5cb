package org.emotionmonitor.app.alerts;

import java.time.Instant;
import java.util.Map;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.domain.Acknowledgement;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;

/** Writes the alerts of one rule on one leg, as they are raised and change. */
final class AlertWriter {

  private static final long MS_PER_SECOND = 1_000;
  private static final int PERCENT = 100;

  private final AlertRule rule;
  private final StartRecord leg;

  AlertWriter(AlertRule rule, StartRecord leg) {
    this.rule = rule;
    this.leg = leg;
  }

  Alert raised(Streak streak, ScoredWindow window) {
    String id =
        "%s/%d/%s/%d"
            .formatted(leg.key(), leg.startedAt().toEpochMilli(), rule.name(), streak.startMs());
    return write(id, streak, window.at(), window.model(), rule.severity(), false);
  }

  Alert escalated(Alert alert, Streak streak) {
    return write(alert.alertId(), streak, alert.startsAt(), alert.model(), rule.escalateTo(), true);
  }

  Alert resolved(Alert alert, Streak streak, Instant at, ResolvedBecause why) {
    Alert last =
        write(
            alert.alertId(),
            streak,
            alert.startsAt(),
            alert.model(),
            alert.severity(),
            alert.escalated());
    return resolved(acknowledged(last, alert.acknowledged()), at, why);
  }

  /** {@code alert} as it was last published, but over; for when its rule is not known any more. */
  static Alert resolved(Alert alert, Instant at, ResolvedBecause why) {
    return new Alert(
        alert.alertId(),
        alert.rule(),
        alert.severity(),
        AlertState.RESOLVED,
        alert.callId(),
        alert.legId(),
        alert.audioKey(),
        alert.role(),
        alert.agentId(),
        alert.queue(),
        alert.language(),
        alert.attribute(),
        alert.label(),
        alert.startsAt(),
        at,
        alert.startMs(),
        alert.endMs(),
        alert.speechMs(),
        alert.probability(),
        alert.peak(),
        alert.windowCount(),
        alert.windows(),
        alert.message(),
        alert.escalated(),
        alert.acknowledged(),
        why,
        alert.model());
  }

  /** {@code alert}, known to somebody; the same if {@code by} is null. */
  static Alert acknowledged(Alert alert, Acknowledgement by) {
    return by == null
        ? alert
        : new Alert(
            alert.alertId(),
            alert.rule(),
            alert.severity(),
            AlertState.ACKNOWLEDGED,
            alert.callId(),
            alert.legId(),
            alert.audioKey(),
            alert.role(),
            alert.agentId(),
            alert.queue(),
            alert.language(),
            alert.attribute(),
            alert.label(),
            alert.startsAt(),
            null,
            alert.startMs(),
            alert.endMs(),
            alert.speechMs(),
            alert.probability(),
            alert.peak(),
            alert.windowCount(),
            alert.windows(),
            alert.message(),
            alert.escalated(),
            by,
            null,
            alert.model());
  }

  private Alert write(
      String id,
      Streak streak,
      Instant startsAt,
      ModelRef model,
      AlertSeverity severity,
      boolean escalated) {
    return new Alert(
        id,
        rule.name(),
        severity,
        AlertState.FIRING,
        leg.callId(),
        leg.legId(),
        leg.audioKey().equals(leg.key()) ? null : leg.audioKey().toString(),
        leg.role(),
        leg.agentId(),
        leg.queue(),
        leg.language(),
        rule.attribute(),
        streak.label(),
        startsAt,
        null,
        streak.startMs(),
        streak.endMs(),
        streak.speechMs(),
        streak.mean(),
        streak.roundedPeak(),
        streak.count(),
        streak.windows(),
        message(streak),
        escalated,
        null,
        null,
        model);
  }

  private String message(Streak streak) {
    Map<String, String> values =
        Map.of(
            "callId", leg.callId(),
            "legId", leg.legId(),
            "role", leg.role().label(),
            "queue", orNothing(leg.queue()),
            "language", orNothing(leg.language()),
            "label", streak.label(),
            "speech", Long.toString(Math.round((double) streak.speechMs() / MS_PER_SECOND)),
            "probability", Long.toString(Math.round(streak.mean() * PERCENT)),
            "rule", rule.name());
    return Placeholders.fill(rule.message(), values);
  }

  private static String orNothing(String text) {
    return text == null ? "" : text;
  }
}
