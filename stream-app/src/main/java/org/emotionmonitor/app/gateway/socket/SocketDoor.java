package org.emotionmonitor.app.gateway.socket;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.Credentials;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks each WebSocket handshake, then hands the socket to the service at its path. */
public final class SocketDoor {
  private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);

  private final Map<String, SocketService> services;
  private final Authenticator authenticator;
  private final OriginRule origins;
  private final Connections connections;
  private final Runnable refused;

  /**
   * @param services by path
   * @param connections no longer counts those that become WebSockets
   * @param refused is told of each handshake refused
   */
  public SocketDoor(
      Map<String, SocketService> services,
      Authenticator authenticator,
      OriginRule origins,
      Connections connections,
      Runnable refused) {
    this.services = Map.copyOf(services);
    this.authenticator = authenticator;
    this.origins = origins;
    this.connections = connections;
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
    if (refusal != 0) {
      refuse(handshake, refusal, "path, origin or number of connections");
      return;
    }
    SocketService service = services.get(handshake.path());
    MultiMap headers = handshake.headers();
    String token =
        Credentials.bearer(headers.get("Authorization"), headers.getAll("Sec-WebSocket-Protocol"));
    Principal signer = service.signer(headers, handshake.uri());
    if (signer != null) {
      accept(handshake, service, signer);
      return;
    }
    if (token == null && service.asksItself() && authenticator.required()) {
      accept(handshake, service, null);
      return;
    }
    authenticator
        .authenticate(token)
        .onSuccess(
            principal -> {
              if (service.allows(principal)) {
                accept(handshake, service, principal);
              } else {
                refuse(handshake, 403, "role");
              }
            })
        .onFailure(e -> refuse(handshake, 401, e.getMessage()));
  }

  private void accept(
      ServerWebSocketHandshake handshake, SocketService service, Principal principal) {
    connections.forget(handshake.remoteAddress());
    handshake.accept().onSuccess(socket -> service.serve(socket, principal));
  }

  private void refuse(ServerWebSocketHandshake handshake, int status, String why) {
    LOG.info(
        "WebSocket handshake from {} refused with {}: {}", handshake.remoteAddress(), status, why);
    refused.run();
    connections.asked(handshake.remoteAddress());
    handshake.reject(status);
  }

  /** The HTTP status to refuse with, whoever it is, or 0. */
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
    return service.full() ? 503 : 0;
  }
}
