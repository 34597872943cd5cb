package org.emotionmonitor.app.gateway.dialect;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.BoardListener;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.socket.SocketService;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.metrics.IngestMetrics;
import org.emotionmonitor.core.domain.LegKey;

/**
 * The connections that bring audio, of all dialects together, each told of the results of its own
 * legs. Lives on the event loop.
 */
public final class IngestEndpoint implements BoardListener {
  /** All dialects are below this. */
  public static final String PATH = "/v1/ingest/";

  private static final Principal SIGNED =
      new Principal("audiohook", EnumSet.of(AccessRole.INGEST), null, null);

  private final LiveIngest ingest;
  private final IngestOptions options;
  private final Authenticator authenticator;
  private final Vertx vertx;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final Set<IngestConnection> connections = new HashSet<>();
  private final Map<LegKey, IngestConnection> byLeg = new HashMap<>();

  public IngestEndpoint(
      LiveIngest ingest,
      IngestOptions options,
      Authenticator authenticator,
      Vertx vertx,
      InstantSource clock,
      IngestMetrics metrics) {
    this.ingest = ingest;
    this.options = options;
    this.authenticator = authenticator;
    this.vertx = vertx;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** The WebSocket that speaks a dialect whose clients bring the token in the handshake. */
  public SocketService service(String name, DialectFactory dialect) {
    return new Service(name, dialect, false, null);
  }

  /** The WebSocket that speaks a dialect whose clients may bring the token in a message. */
  public SocketService asking(String name, DialectFactory dialect) {
    return new Service(name, dialect, true, null);
  }

  /** The WebSocket that speaks a dialect whose clients may sign the handshake. */
  public SocketService signed(
      String name, DialectFactory dialect, BiPredicate<MultiMap, String> signature) {
    return new Service(name, dialect, false, signature);
  }

  private final class Service implements SocketService {
    private final String name;
    private final DialectFactory dialect;
    private final boolean asks;
    private final BiPredicate<MultiMap, String> signature;

    Service(
        String name,
        DialectFactory dialect,
        boolean asks,
        BiPredicate<MultiMap, String> signature) {
      this.name = name;
      this.dialect = dialect;
      this.asks = asks;
      this.signature = signature;
    }

    @Override
    public boolean full() {
      return connections.size() >= options.maxConnections();
    }

    @Override
    public boolean allows(Principal principal) {
      return principal.ingests();
    }

    @Override
    public boolean asksItself() {
      return asks;
    }

    @Override
    public Principal signer(MultiMap headers, String uri) {
      return signature != null && signature.test(headers, uri) ? SIGNED : null;
    }

    @Override
    public void serve(ServerWebSocket socket, Principal principal) {
      IngestConnection connection =
          new IngestConnection(
              socket,
              principal,
              authenticator,
              vertx,
              ingest,
              options,
              clock,
              name,
              metrics,
              byLeg::put,
              this::gone);
      connections.add(connection);
      metrics.connection(name, 1);
      connection.speak(dialect.open(connection));
    }

    private void gone(IngestConnection connection) {
      metrics.connection(name, -1);
      connections.remove(connection);
      connection.keys().forEach(key -> byLeg.remove(key, connection));
    }
  }

  @Override
  public void pointChanged(Leg leg, Point point) {
    IngestConnection connection = byLeg.get(leg.key());
    // The three events of a window come one by one.
    if (connection != null
        && point.emotion() != null
        && point.rate() != null
        && point.volume() != null) {
      connection.result(leg, point);
    }
  }

  @Override
  public void legChanged(Leg leg) {
    IngestConnection connection = leg.ended() ? byLeg.get(leg.key()) : null;
    if (connection != null) {
      connection.legEnded(leg);
    }
  }

  @Override
  public void callGone(Call call) {}

  /** Connections now. */
  public int connections() {
    return connections.size();
  }

  /** Ends all connections, as the server goes away. */
  public void close() {
    List.copyOf(connections).forEach(c -> c.close(1001, "the server stops; come back in a moment"));
  }
}
