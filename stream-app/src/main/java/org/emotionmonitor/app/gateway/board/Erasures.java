package org.emotionmonitor.app.gateway.board;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The calls erased lately. Their events stay in the topics until their retention is over, and a
 * gateway that starts, or reconnects, reads them again: they must not bring the call back.
 */
final class Erasures {
  private static final int MAX = 10_000;

  /** As far back as a gateway reads. */
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Map<String, Long> byCall = new LinkedHashMap<>();

  /** Whether {@code erased} is news; one that is read again says nothing of a newer call. */
  boolean note(Update.Erased erased) {
    Long before = byCall.get(erased.callId());
    if (before != null && before >= erased.timestampMs()) {
      return false;
    }
    byCall.put(erased.callId(), erased.timestampMs());
    if (byCall.size() > MAX) {
      byCall.remove(byCall.keySet().iterator().next());
    }
    return true;
  }

  /** Whether {@code update} tells of a call from before it was erased. */
  boolean cover(Update update) {
    Long at = byCall.get(update.callId());
    return at != null && update.timestampMs() <= at;
  }

  void sweep(long nowMs) {
    byCall.values().removeIf(at -> nowMs - at > LONGEST.toMillis());
  }
}
