package org.emotionmonitor.app.sinks;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.app.config.SinksConfig.Alertmanager;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.Json;

/**
 * Posts alerts to Alertmanager's API v2. An open alert carries an {@code endsAt} in the future, so
 * that it ends there even if nothing more is heard of it. Alertmanager tells alerts apart by their
 * labels, of which the severity is one; so when an alert escalates, it ends under the lower ones.
 */
public final class AlertmanagerReceiver implements Receiver {

  private final Alertmanager config;
  private final Http http;
  private final Clock clock;

  /** An alert as the API wants it. */
  private record Posted(
      Map<String, String> labels,
      Map<String, String> annotations,
      Instant startsAt,
      Instant endsAt) {}

  public AlertmanagerReceiver(Alertmanager config, Clock clock) {
    this.config = config;
    this.http = new Http(config.timeout());
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alertmanager";
  }

  /** Delivered if one of the cluster's members took it, as they tell each other. */
  @Override
  public Answer deliver(Outgoing outgoing) throws InterruptedException {
    byte[] body = Json.bytes(posted(outgoing.alert()));
    Answer best = null;
    for (URI url : config.urls()) {
      Answer answer = http.post(url.resolve("api/v2/alerts"), body, headers());
      if (best == null || answer.kind().compareTo(best.kind()) < 0) {
        best = answer;
      }
    }
    return best;
  }

  private Map<String, String> headers() {
    return config.token() == null ? Map.of() : Map.of("Authorization", "Bearer " + config.token());
  }

  private List<Posted> posted(Alert alert) {
    Instant now = clock.instant();
    List<Posted> posted = new ArrayList<>();
    if (alert.escalated()) {
      for (AlertSeverity lower : AlertSeverity.values()) {
        if (lower.compareTo(alert.severity()) < 0) {
          posted.add(posted(alert, lower, now));
        }
      }
    }
    Instant end =
        alert.state() == AlertState.RESOLVED ? alert.endsAt() : now.plus(config.resolveAfter());
    posted.add(posted(alert, alert.severity(), end));
    return posted;
  }

  private static Posted posted(Alert alert, AlertSeverity severity, Instant endsAt) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", alert.rule());
    labels.put("severity", severity.label());
    labels.put("alert_id", alert.alertId());
    labels.put("call_id", alert.callId());
    labels.put("leg_id", alert.legId());
    labels.put("role", alert.role().label());
    labels.put("attribute", alert.attribute().label());
    put(labels, "queue", alert.queue());
    put(labels, "language", alert.language());
    Map<String, String> annotations = new TreeMap<>();
    annotations.put("summary", alert.message());
    annotations.put("label", alert.label());
    annotations.put("probability", Double.toString(alert.probability()));
    annotations.put("speech_ms", Long.toString(alert.speechMs()));
    if (alert.acknowledged() != null) {
      annotations.put("acknowledged_by", alert.acknowledged().by());
    }
    return new Posted(labels, annotations, alert.startsAt(), endsAt);
  }

  private static void put(Map<String, String> labels, String name, String value) {
    if (value != null && !value.isEmpty()) {
      labels.put(name, value);
    }
  }
}
