package org.emotionmonitor.app.gateway.stream;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.socket.SocketService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the hub on the network: joins socket and client. */
public final class StreamEndpoint implements SocketService {
  private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);

  /** Where the WebSocket is. */
  public static final String PATH = "/v1/stream";

  private static final int UNSUPPORTED_DATA = 1003;
  private static final int MESSAGE_TOO_BIG = 1009;

  private final StreamHub hub;

  public StreamEndpoint(StreamHub hub) {
    this.hub = hub;
  }

  @Override
  public boolean full() {
    return hub.full();
  }

  @Override
  public boolean allows(Principal principal) {
    return principal.watches();
  }

  @Override
  public void serve(ServerWebSocket socket, Principal principal) {
    StreamClient client = hub.connect(new SocketOutlet(socket), principal);
    socket.textMessageHandler(
        text -> {
          if (text.length() > hub.options().maxMessageBytes()) {
            client.close(MESSAGE_TOO_BIG, "the message is too long");
          } else {
            hub.received(client, text);
          }
        });
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
    public Future<Void> send(Outgoing message) {
      return socket.writeTextMessage(message.text());
    }

    @Override
    public void close(int code, String reason) {
      socket.close((short) code, reason);
    }
  }
}
