package org.emotionmonitor.app.gateway.dialect;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.socket.SocketService;
import org.emotionmonitor.app.ingest.live.LiveIngest;

/** The connections that bring audio, of all dialects together. Lives on the event loop. */
public final class IngestEndpoint {
  /** All dialects are below this. */
  public static final String PATH = "/v1/ingest/";

  private final LiveIngest ingest;
  private final IngestOptions options;
  private final Vertx vertx;
  private final InstantSource clock;
  private final Set<IngestConnection> connections = new HashSet<>();

  public IngestEndpoint(
      LiveIngest ingest, IngestOptions options, Vertx vertx, InstantSource clock) {
    this.ingest = ingest;
    this.options = options;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** The WebSocket that speaks one dialect. */
  public SocketService service(DialectFactory dialect) {
    return new SocketService() {
      @Override
      public boolean full() {
        return connections.size() >= options.maxConnections();
      }

      @Override
      public boolean allows(Principal principal) {
        return principal.ingests();
      }

      @Override
      public void serve(ServerWebSocket socket, Principal principal) {
        IngestConnection connection =
            new IngestConnection(
                socket, principal, vertx, ingest, options, clock, connections::remove);
        connections.add(connection);
        connection.speak(dialect.open(connection));
      }
    };
  }

  /** Connections now. */
  public int connections() {
    return connections.size();
  }

  /** Ends all connections, as the server goes away. */
  public void close() {
    List.copyOf(connections).forEach(c -> c.close(1001, "the server stops; come back in a moment"));
  }
}
