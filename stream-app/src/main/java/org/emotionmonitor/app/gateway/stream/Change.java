package org.emotionmonitor.app.gateway.stream;

import java.util.Set;

/**
 * One change of the board, encoded once for all clients.
 *
 * @param key changes with equal keys supersede each other
 * @param scope who may want to hear of it
 * @param seq place in the order of all changes of this gateway, from 1
 * @param json the event
 */
record Change(Key key, Scope scope, long seq, String json) {

  /** What a change is about. */
  enum Kind {
    LEG,
    WINDOW,
    CALL,
    ALERT,
    GONE
  }

  /**
   * @param legId empty for a call as a whole; the alert's id and state for an alert
   * @param endMs end of the window, 0 if the change is not about one
   */
  record Key(Kind kind, String callId, String legId, long endMs) {}

  /**
   * The call's circumstances at the time of the change.
   *
   * @param role of the leg, or null for a call as a whole
   * @param agents who handle the call
   * @param queues through which it came
   */
  record Scope(String role, Set<String> agents, Set<String> queues) {
    Scope {
      agents = Set.copyOf(agents);
      queues = Set.copyOf(queues);
    }
  }

  String callId() {
    return key.callId();
  }

  Kind kind() {
    return key.kind();
  }
}
