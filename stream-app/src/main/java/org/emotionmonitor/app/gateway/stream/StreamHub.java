package org.emotionmonitor.app.gateway.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.emotionmonitor.app.gateway.board.BoardListener;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.core.domain.LegKey;

/**
 * Gathers the board's changes for one batch interval, encodes each once, and hands them to the
 * clients. Lives on the event loop.
 */
public final class StreamHub implements BoardListener {
  private final CallBoard board;
  private final StreamOptions options;
  private final Supplier<Feed.State> source;
  private final Clock clock;
  private final String server;
  private final StreamStats stats = new StreamStats();
  private final Set<StreamClient> clients = new LinkedHashSet<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<LegKey, Leg> legs = new LinkedHashMap<>();
  private final Map<Leg, Map<Long, Point>> points = new LinkedHashMap<>();

  public StreamHub(
      CallBoard board,
      StreamOptions options,
      Supplier<Feed.State> source,
      String server,
      Clock clock) {
    this.board = board;
    this.options = options;
    this.source = source;
    this.server = server;
    this.clock = clock;
    board.listen(this);
  }

  /** Whether one more client may come. */
  boolean full() {
    return clients.size() >= options.maxClients();
  }

  StreamOptions options() {
    return options;
  }

  /** What has been counted. */
  public StreamStats stats() {
    return stats;
  }

  /** Clients connected now. */
  public int clients() {
    return clients.size();
  }

  StreamClient connect(Outlet outlet) {
    StreamClient[] self = new StreamClient[1];
    self[0] =
        new StreamClient(outlet, board, options, source, stats, () -> clients.remove(self[0]));
    clients.add(self[0]);
    self[0].greet(server, clock.millis());
    return self[0];
  }

  void received(StreamClient client, String text) {
    // What changed until now goes out first: a snapshot made now contains it already.
    distribute();
    client.received(text, clock.millis());
  }

  @Override
  public void legChanged(Leg leg) {
    legs.put(leg.key(), leg);
  }

  @Override
  public void pointChanged(Leg leg, Point point) {
    points.computeIfAbsent(leg, ignored -> new LinkedHashMap<>()).put(point.span().endMs(), point);
  }

  @Override
  public void callGone(String callId) {
    gone.add(callId);
    legs.keySet().removeIf(k -> k.callId().equals(callId));
    points.keySet().removeIf(leg -> leg.key().callId().equals(callId));
  }

  /** To be called once per batch interval. */
  public void tick() {
    distribute();
    long now = clock.millis();
    List.copyOf(clients).forEach(client -> client.tick(now));
  }

  private void distribute() {
    List<Change> changes = changes();
    if (!changes.isEmpty()) {
      clients.forEach(client -> changes.forEach(client::offer));
    }
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    if (!clients.isEmpty()) {
      gone.forEach(id -> changes.add(ServerMessages.gone(id)));
      legs.values().forEach(leg -> changes.add(ServerMessages.leg(leg)));
      points.forEach(
          (leg, byEnd) -> byEnd.values().forEach(p -> changes.add(ServerMessages.window(leg, p))));
    }
    gone.clear();
    legs.clear();
    points.clear();
    return changes;
  }

  /** Ends all connections, as the server goes away. */
  public void close() {
    List.copyOf(clients).forEach(c -> c.close(1001, "the server stops; come back in a moment"));
  }
}
