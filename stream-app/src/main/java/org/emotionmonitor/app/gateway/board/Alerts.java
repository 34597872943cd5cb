package org.emotionmonitor.app.gateway.board;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The alerts that are open or were resolved lately, each in its latest state. Bounded. */
final class Alerts {
  private static final int MAX = 10_000;

  /** An alert that is open for so long belongs to a leg whose end nobody told. */
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Duration keepResolved;
  private final Map<String, Update.Alert> byId = new LinkedHashMap<>();

  Alerts(Duration keepResolved) {
    this.keepResolved = keepResolved;
  }

  /** Takes an alert in; returns whether anything changed. */
  boolean put(Update.Alert alert, long nowMs) {
    Update.Alert before = byId.get(alert.alertId());
    // Reading again after a reconnect brings old states back: what is over stays over.
    boolean older = before != null && before.timestampMs() > alert.timestampMs();
    if (older || alert.equals(before) || tooOld(alert, nowMs)) {
      return false;
    }
    byId.put(alert.alertId(), alert);
    if (byId.size() > MAX) {
      dropOne();
    }
    return true;
  }

  private void dropOne() {
    String victim =
        byId.values().stream()
            .filter(Update.Alert::resolved)
            .findFirst()
            .orElseGet(() -> byId.values().iterator().next())
            .alertId();
    byId.remove(victim);
  }

  private boolean tooOld(Update.Alert alert, long nowMs) {
    Duration keep = alert.resolved() ? keepResolved : LONGEST;
    return nowMs - alert.timestampMs() > keep.toMillis();
  }

  void forget(String callId) {
    byId.values().removeIf(a -> a.callId().equals(callId));
  }

  void sweep(long nowMs) {
    for (Iterator<Update.Alert> it = byId.values().iterator(); it.hasNext(); ) {
      if (tooOld(it.next(), nowMs)) {
        it.remove();
      }
    }
  }

  Collection<Update.Alert> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  Optional<Update.Alert> get(String alertId) {
    return Optional.ofNullable(byId.get(alertId));
  }
}
