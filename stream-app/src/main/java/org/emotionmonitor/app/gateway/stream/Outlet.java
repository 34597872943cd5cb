package org.emotionmonitor.app.gateway.stream;

import io.vertx.core.Future;

/** The one thing a client's logic needs of its connection; a test can be one, too. */
interface Outlet {

  /** Sends a message; the future completes when the network has taken it. */
  Future<Void> send(Outgoing message);

  /** Ends the connection with a WebSocket close code and a reason. */
  void close(int code, String reason);
}
