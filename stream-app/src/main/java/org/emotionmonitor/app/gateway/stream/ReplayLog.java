package org.emotionmonitor.app.gateway.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest changes, for clients that come back after a short while. Bounded by characters. */
final class ReplayLog {
  private final long limit;
  private final Deque<Change> changes = new ArrayDeque<>();
  private long held;
  private long newest;

  /**
   * @param limit characters of JSON held
   */
  ReplayLog(long limit) {
    this.limit = limit;
  }

  void add(Change change) {
    changes.add(change);
    newest = change.seq();
    held += change.json().length();
    while (held > limit) {
      held -= changes.remove().json().length();
    }
  }

  /** Drops what is held of a call; that it is gone is a change that follows. */
  void forget(String callId) {
    changes.removeIf(change -> change.callId().equals(callId));
    held = changes.stream().mapToLong(change -> change.json().length()).sum();
  }

  /** Whether every change after {@code seq} is still here. */
  boolean reaches(long seq) {
    return seq <= newest
        && (seq == newest || (!changes.isEmpty() && changes.peek().seq() <= seq + 1));
  }

  /** The changes after {@code seq}, oldest first. */
  List<Change> after(long seq) {
    return changes.stream().filter(c -> c.seq() > seq).toList();
  }

  /** The newest change's place, 0 if there has been none. */
  long newest() {
    return newest;
  }
}
