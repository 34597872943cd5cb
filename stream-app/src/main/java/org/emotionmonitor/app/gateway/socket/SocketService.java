package org.emotionmonitor.app.gateway.socket;

import io.vertx.core.MultiMap;
import io.vertx.core.http.ServerWebSocket;
import org.emotionmonitor.app.gateway.access.Principal;

/** One WebSocket resource behind the {@link SocketDoor}. */
public interface SocketService {

  /** Whether it can take no more connections now. */
  boolean full();

  /** Whether {@code principal} may use it. */
  boolean allows(Principal principal);

  /** Whether it asks for the token itself, of those who bring none in the handshake. */
  default boolean asksItself() {
    return false;
  }

  /** Who has signed the handshake, for services whose clients do that; null for nobody. */
  default Principal signer(MultiMap headers, String uri) {
    return null;
  }

  /**
   * Takes over a connection that was let in; sets its handlers before it returns.
   *
   * @param principal null if the service asks for the token itself and there was none
   */
  void serve(ServerWebSocket socket, Principal principal);
}
