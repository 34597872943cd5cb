package org.emotionmonitor.app.sinks;

import java.time.Instant;
import java.util.List;
import org.emotionmonitor.app.domain.Acknowledgement;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.AlertWindow;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.core.domain.Role;

/** Alerts of call number n, as they change. */
final class Alerts {

  private Alerts() {}

  static Alert firing(int n) {
    return alert(n, AlertState.FIRING, AlertSeverity.WARNING);
  }

  static Alert escalated(int n) {
    return alert(n, AlertState.FIRING, AlertSeverity.CRITICAL);
  }

  static Alert acknowledged(int n) {
    return alert(n, AlertState.ACKNOWLEDGED, AlertSeverity.CRITICAL);
  }

  static Alert resolved(int n) {
    return alert(n, AlertState.RESOLVED, AlertSeverity.CRITICAL);
  }

  static List<Alert> life(int n) {
    return List.of(firing(n), escalated(n), acknowledged(n), resolved(n));
  }

  private static Alert alert(int n, AlertState state, AlertSeverity severity) {
    Instant at = Instant.now().minusSeconds(30);
    boolean over = state == AlertState.RESOLVED;
    return new Alert(
        "c%d/customer/1769851800000/unfriendly-customer/14500".formatted(n),
        "unfriendly-customer",
        severity,
        state,
        "c" + n,
        "customer",
        null,
        Role.CUSTOMER,
        "a7",
        "billing",
        "en",
        EventKind.EMOTION,
        "unfriendly",
        at,
        over ? at.plusSeconds(9) : null,
        14_500,
        22_500,
        6_200,
        0.81,
        0.9,
        1,
        List.of(new AlertWindow(14_500, 20_500, 0.9)),
        "expressed unfriendly",
        severity == AlertSeverity.CRITICAL,
        state == AlertState.FIRING ? null : new Acknowledgement("sam", at, null),
        over ? ResolvedBecause.RECOVERED : null,
        new ModelRef("emotion", "1", "0123456789ab"));
  }
}
