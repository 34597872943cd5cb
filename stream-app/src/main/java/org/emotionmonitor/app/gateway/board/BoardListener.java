package org.emotionmonitor.app.gateway.board;

/** Is told of each change of the board, on the board's thread. */
public interface BoardListener {

  /** The state of {@code leg} changed, or the leg is new. */
  void legChanged(Leg leg);

  /** {@code point} of {@code leg} is new, or has more of its parts. */
  void pointChanged(Leg leg, Point point);

  /** What is told of the call as a whole changed. */
  default void callChanged(Call call) {}

  /** {@code alert} is new, or has changed. */
  default void alertChanged(Update.Alert alert) {}

  /** The call is no longer held; it still knows its legs. */
  void callGone(Call call);

  /** Nothing may be told of the call any more, not even of what was told already. */
  default void callErased(String callId) {}
}
