package org.emotionmonitor.app.gateway.stream;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.TokenGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the hub on the network: checks each handshake, then joins socket and client. */
public final class StreamEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);

  /** Where the WebSocket is. */
  public static final String PATH = "/v1/stream";

  private static final int UNSUPPORTED_DATA = 1003;
  private static final int MESSAGE_TOO_BIG = 1009;

  private final StreamHub hub;
  private final TokenGuard token;
  private final OriginRule origins;

  public StreamEndpoint(StreamHub hub, TokenGuard token, OriginRule origins) {
    this.hub = hub;
    this.token = token;
    this.origins = origins;
  }

  /** The server options that the WebSocket needs. */
  public static void configure(HttpServerOptions http, StreamOptions options) {
    http.setWebSocketSubProtocols(List.of(ServerMessages.PROTOCOL))
        .setMaxWebSocketFrameSize(options.maxMessageBytes())
        .setMaxWebSocketMessageSize(options.maxMessageBytes())
        // Measured: deflate costs eight times the CPU.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(2);
  }

  /** Makes {@code server} answer handshakes. */
  public void mount(HttpServer server) {
    server.webSocketHandshakeHandler(this::handshake);
    server.webSocketHandler(this::serve);
  }

  private void handshake(ServerWebSocketHandshake handshake) {
    int refusal = refusal(handshake);
    if (refusal == 0) {
      handshake.accept();
    } else {
      LOG.info("WebSocket handshake from {} refused with {}", handshake.remoteAddress(), refusal);
      hub.stats().refused();
      handshake.reject(refusal);
    }
  }

  /** The HTTP status to refuse with, or 0. */
  private int refusal(ServerWebSocketHandshake handshake) {
    MultiMap headers = handshake.headers();
    if (!PATH.equals(handshake.path())) {
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
    return hub.full() ? 503 : 0;
  }

  private void serve(ServerWebSocket socket) {
    StreamClient client = hub.connect(new SocketOutlet(socket));
    socket.textMessageHandler(text -> hub.received(client, text));
    socket.binaryMessageHandler(
        ignored -> client.close(UNSUPPORTED_DATA, "send text messages with JSON"));
    socket.exceptionHandler(e -> failed(socket, client, e));
    socket.closeHandler(ignored -> client.ended());
  }

  /** The decoder reports a breach of the limits here and reads no further. */
  private static void failed(ServerWebSocket socket, StreamClient client, Throwable e) {
    LOG.info("WebSocket of {} closed: {}", socket.remoteAddress(), e.toString());
    if (e instanceof CorruptedWebSocketFrameException breach) {
      client.close(breach.closeStatus().code(), breach.closeStatus().reasonText());
    } else if (e instanceof IllegalStateException) {
      // Thrown for one thing only: the frames of a message have become too much together.
      client.close(MESSAGE_TOO_BIG, "the message is too long");
    }
  }

  private record SocketOutlet(ServerWebSocket socket) implements Outlet {
    @Override
    public Future<Void> send(String text) {
      return socket.writeTextMessage(text);
    }

    @Override
    public void close(int code, String reason) {
      socket.close((short) code, reason);
    }
  }
}
