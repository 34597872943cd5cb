package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import java.util.List;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;

/** What the stream counts of alerts. Thread-safe. */
public final class AlertMetrics {

  private final Counter alerts;
  private final Counter actions;

  public AlertMetrics(CollectorRegistry registry) {
    alerts =
        Counter.build(
                Names.PREFIX + "alerts_total",
                "Alerts by what happened: raised, escalated, acknowledged, resolved.")
            .labelNames("event")
            .register(registry);
    actions =
        Counter.build(
                Names.PREFIX + "alert_action_records_total",
                "Actions on alerts, by what became of them.")
            .labelNames("outcome")
            .register(registry);
    List.of("raised", "escalated", "acknowledged", "resolved").forEach(alerts::labels);
    List.of("done", "not_firing", "malformed").forEach(actions::labels);
  }

  /** An alert was published. */
  public void alert(Alert alert) {
    boolean escalated = alert.escalated() && alert.state() == AlertState.FIRING;
    alerts
        .labels(
            switch (alert.state()) {
              case FIRING -> escalated ? "escalated" : "raised";
              case ACKNOWLEDGED -> "acknowledged";
              case RESOLVED -> "resolved";
            })
        .inc();
  }

  /** An action was read. */
  public void action(String outcome) {
    actions.labels(outcome).inc();
  }
}
