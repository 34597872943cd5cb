package org.emotionmonitor.app.gateway.stream;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one client has still to get. Bounded: a client that takes too little loses windows, oldest
 * first, but keeps the latest one of each leg and every leg's state. So it holds at most the larger
 * of {@code limit} and two changes for each leg on the board. Alerts are kept apart, every state of
 * each, up to a limit at which the client is beyond help.
 */
final class ClientQueue {
  private static final int MAX_ALERTS = 10_000;

  private final int limit;
  private final Map<Change.Key, Change> pending = new LinkedHashMap<>();
  private final Map<Change.Key, Change> alerts = new LinkedHashMap<>();
  private int nextCheck;
  private long skipped;

  ClientQueue(int limit) {
    this.limit = limit;
    this.nextCheck = limit;
  }

  /**
   * What a client gets at once.
   *
   * @param skipped windows left out since the last batch because the client was too slow
   */
  record Batch(List<Change> changes, long skipped) {}

  void offer(Change change) {
    if (change.kind() == Change.Kind.ALERT) {
      alerts.put(change.key(), change);
      return;
    }
    if (change.key().kind() == Change.Kind.GONE) {
      pending.keySet().removeIf(k -> k.callId().equals(change.callId()));
    }
    pending.put(change.key(), change);
    if (pending.size() > nextCheck) {
      coalesce();
    }
  }

  private void coalesce() {
    Map<String, Long> newest = new HashMap<>();
    for (Change.Key k : pending.keySet()) {
      if (k.kind() == Change.Kind.WINDOW) {
        newest.merge(leg(k), k.endMs(), Math::max);
      }
    }
    int before = pending.size();
    pending
        .keySet()
        .removeIf(k -> k.kind() == Change.Kind.WINDOW && k.endMs() < newest.get(leg(k)));
    skipped += before - pending.size();
    // With very many legs little may have gone: look again only when as much has come again.
    nextCheck = Math.max(limit, pending.size() * 2);
  }

  private static String leg(Change.Key k) {
    return k.callId() + "/" + k.legId();
  }

  boolean isEmpty() {
    return pending.isEmpty() && alerts.isEmpty();
  }

  boolean hasAlerts() {
    return !alerts.isEmpty();
  }

  /** Whether more alerts wait than a client can have missed and still follow. */
  boolean overflows() {
    return alerts.size() > MAX_ALERTS;
  }

  /** The next alert, or null. */
  Change nextAlert() {
    Iterator<Change> it = alerts.values().iterator();
    if (!it.hasNext()) {
      return null;
    }
    Change next = it.next();
    it.remove();
    return next;
  }

  int size() {
    return pending.size();
  }

  /** Takes everything out. */
  Batch drain() {
    Batch batch = new Batch(List.copyOf(pending.values()), skipped);
    forgetPending();
    return batch;
  }

  /** Forgets everything; a snapshot says it all anyway. */
  void clear() {
    alerts.clear();
    forgetPending();
  }

  private void forgetPending() {
    pending.clear();
    skipped = 0;
    nextCheck = limit;
  }
}
