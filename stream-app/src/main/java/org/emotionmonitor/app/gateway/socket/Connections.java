package org.emotionmonitor.app.gateway.socket;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP connections that are no WebSocket (yet). Bounds their number, and closes those that do
 * not finish their first request in time, which the idle time-out does not as long as a byte comes
 * now and then. Lives on the event loop.
 */
public final class Connections {
  private static final long ANSWERED = -1;

  private final Vertx vertx;
  private final int max;
  private final Duration firstRequestWithin;
  private final Map<SocketAddress, Long> timers = new HashMap<>();

  /**
   * @param max connections at once; one more is closed at once
   */
  public Connections(Vertx vertx, int max, Duration firstRequestWithin) {
    this.vertx = vertx;
    this.max = max;
    this.firstRequestWithin = firstRequestWithin;
  }

  /** A connection was made. */
  public void opened(HttpConnection connection) {
    if (timers.size() >= max) {
      connection.close();
      return;
    }
    SocketAddress remote = connection.remoteAddress();
    timers.put(
        remote, vertx.setTimer(firstRequestWithin.toMillis(), ignored -> connection.close()));
    connection.closeHandler(ignored -> forget(remote));
  }

  /** A request has come whole, or at least its head. */
  public void asked(SocketAddress remote) {
    Long timer = timers.replace(remote, ANSWERED);
    if (timer != null && timer != ANSWERED) {
      vertx.cancelTimer(timer);
    }
  }

  /** It is a WebSocket now, which its service counts, or is closed. */
  public void forget(SocketAddress remote) {
    Long timer = timers.remove(remote);
    if (timer != null && timer != ANSWERED) {
      vertx.cancelTimer(timer);
    }
  }
}
