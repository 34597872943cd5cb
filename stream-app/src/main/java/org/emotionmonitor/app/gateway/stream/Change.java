package org.emotionmonitor.app.gateway.stream;

/**
 * One change of the board, encoded once for all clients.
 *
 * @param key changes with equal keys supersede each other
 * @param json the event
 */
record Change(Key key, String json) {

  /** What a change is about. */
  enum Kind {
    LEG,
    WINDOW,
    GONE
  }

  /**
   * @param legId empty for a call that is gone
   * @param endMs end of the window, 0 if the change is not about one
   */
  record Key(Kind kind, String callId, String legId, long endMs) {}

  String callId() {
    return key.callId();
  }
}
