package org.emotionmonitor.app.gateway.socket;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.TokenGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks each WebSocket handshake, then hands the socket to the service at its path. */
public final class SocketDoor {
  private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);

  private final Map<String, SocketService> services;
  private final TokenGuard token;
  private final OriginRule origins;
  private final Runnable refused;

  /**
   * @param services by path
   * @param refused is told of each handshake refused
   */
  public SocketDoor(
      Map<String, SocketService> services, TokenGuard token, OriginRule origins, Runnable refused) {
    this.services = Map.copyOf(services);
    this.token = token;
    this.origins = origins;
    this.refused = refused;
  }

  /**
   * The server options that the WebSockets need.
   *
   * @param maxMessageBytes the longest message that any of them takes
   */
  public static void configure(
      HttpServerOptions http, List<String> subprotocols, int maxMessageBytes) {
    http.setWebSocketSubProtocols(subprotocols)
        .setMaxWebSocketFrameSize(maxMessageBytes)
        .setMaxWebSocketMessageSize(maxMessageBytes)
        // Measured: deflate costs eight times the CPU.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(2);
  }

  /** Makes {@code server} answer handshakes. */
  public void mount(HttpServer server) {
    server.webSocketHandshakeHandler(this::handshake);
    // Else the server takes no WebSocket; each is served where its handshake was accepted.
    server.webSocketHandler(socket -> {});
  }

  private void handshake(ServerWebSocketHandshake handshake) {
    int refusal = refusal(handshake);
    if (refusal == 0) {
      SocketService service = services.get(handshake.path());
      handshake.accept().onSuccess(service::serve);
    } else {
      LOG.info("WebSocket handshake from {} refused with {}", handshake.remoteAddress(), refusal);
      refused.run();
      handshake.reject(refusal);
    }
  }

  /** The HTTP status to refuse with, or 0. */
  private int refusal(ServerWebSocketHandshake handshake) {
    MultiMap headers = handshake.headers();
    SocketService service = services.get(handshake.path());
    if (service == null) {
      return 404;
    }
    String host = headers.get("Host");
    if (!origins.allowsHost(host) || !origins.allowsOrigin(headers.get("Origin"), host)) {
      return 403;
    }
    if (!token.allows(
        headers.get("Authorization"), String.join(",", headers.getAll("Sec-WebSocket-Protocol")))) {
      return 401;
    }
    return service.full() ? 503 : 0;
  }
}
