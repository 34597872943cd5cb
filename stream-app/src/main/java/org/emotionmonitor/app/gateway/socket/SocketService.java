package org.emotionmonitor.app.gateway.socket;

import io.vertx.core.http.ServerWebSocket;

/** One WebSocket resource behind the {@link SocketDoor}. */
public interface SocketService {

  /** Whether it can take no more connections now. */
  boolean full();

  /** Takes over a connection that was let in; sets its handlers before it returns. */
  void serve(ServerWebSocket socket);
}
