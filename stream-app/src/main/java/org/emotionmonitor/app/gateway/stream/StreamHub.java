package org.emotionmonitor.app.gateway.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.BoardListener;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.Viewer;
import org.emotionmonitor.core.domain.LegKey;

/**
 * Gathers the board's changes for one batch interval, encodes each once, and hands them to the
 * clients. Lives on the event loop.
 */
public final class StreamHub implements BoardListener {
  private final CallBoard board;
  private final StreamOptions options;
  private final Supplier<Feed.State> source;
  private final AlertDesk desk;
  private final Clock clock;
  private final String server;
  private final String epoch = UUID.randomUUID().toString().substring(0, 8);
  private final StreamStats stats = new StreamStats();
  private final ReplayLog log;
  private final Set<StreamClient> clients = new LinkedHashSet<>();
  private final Map<String, Call> gone = new LinkedHashMap<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<LegKey, Leg> legs = new LinkedHashMap<>();
  private final Map<Leg, Map<Long, Point>> points = new LinkedHashMap<>();
  private final List<Update.Alert> alerts = new ArrayList<>();
  private Outgoing fullSnapshot;
  private long seq;

  /**
   * @param desk where acknowledgements go
   */
  public StreamHub(
      CallBoard board,
      StreamOptions options,
      Supplier<Feed.State> source,
      AlertDesk desk,
      String server,
      Clock clock) {
    this.board = board;
    this.options = options;
    this.source = source;
    this.desk = desk;
    this.server = server;
    this.clock = clock;
    this.log = new ReplayLog(options.replayCharacters());
    board.listen(this);
  }

  /** Whether one more client may come. */
  boolean full() {
    return clients.size() >= options.maxClients();
  }

  StreamOptions options() {
    return options;
  }

  String server() {
    return server;
  }

  /**
   * Names this run of this gateway; a place in the order of changes means something in it alone.
   */
  String epoch() {
    return epoch;
  }

  Feed.State source() {
    return source.get();
  }

  AlertDesk desk() {
    return desk;
  }

  /** What has been counted. */
  public StreamStats stats() {
    return stats;
  }

  /** Clients connected now. */
  public int clients() {
    return clients.size();
  }

  StreamClient connect(Outlet outlet, Principal principal) {
    StreamClient client = new StreamClient(outlet, principal, this);
    clients.add(client);
    client.greet(clock.millis());
    return client;
  }

  void gone(StreamClient client) {
    clients.remove(client);
  }

  void received(StreamClient client, String text) {
    // What changed until now goes out first: a snapshot made now contains it already.
    distribute();
    client.received(text, clock.millis());
  }

  void subscribe(StreamClient client, Subscription to) throws ClientMessage.Refused {
    distribute();
    client.subscribe(to, clock.millis());
  }

  /** Refuses to watch what the client may not see, rather than to show nothing. */
  void requireAllowed(Subscription to, Viewer viewer) throws ClientMessage.Refused {
    if (viewer.seesAll()) {
      return;
    }
    for (String agent : to.agents()) {
      if (!agent.equals(viewer.agentId())) {
        throw new ClientMessage.Refused("forbidden", "an agent may watch no other agent's calls");
      }
    }
    for (String id : to.calls()) {
      Optional<Call> call = board.call(id);
      if (call.isPresent() && !viewer.sees(call.get())) {
        throw new ClientMessage.Refused("forbidden", "call \"%s\" is not yours".formatted(id));
      }
    }
  }

  boolean canResume(Subscription.Position from) {
    return from.epoch().equals(epoch) && log.reaches(from.seq());
  }

  List<Change> changesAfter(long after) {
    return log.after(after);
  }

  long newestSeq() {
    return log.newest();
  }

  Update.Alert alert(String alertId) {
    return board.alert(alertId).orElse(null);
  }

  Outgoing snapshot(Subscription to, Viewer viewer, long nowMs) {
    boolean full = viewer.seesAll() && to.isAll();
    if (full && fullSnapshot != null) {
      return fullSnapshot;
    }
    Outgoing made =
        ServerMessages.snapshot(
            this,
            board.calls().stream().filter(c -> to.matches(c, viewer)).toList(),
            board.alerts().stream().filter(a -> to.matches(a, viewer)).toList(),
            viewer,
            nowMs);
    if (full) {
      // After a gateway was lost, all its clients come at once and want the same.
      fullSnapshot = made;
    }
    return made;
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
  public void callChanged(Call call) {
    calls.put(call.id(), call);
  }

  @Override
  public void alertChanged(Update.Alert alert) {
    alerts.add(alert);
  }

  @Override
  public void callGone(Call call) {
    gone.put(call.id(), call);
    calls.remove(call.id());
    legs.keySet().removeIf(k -> k.callId().equals(call.id()));
    points.keySet().removeIf(leg -> leg.key().callId().equals(call.id()));
  }

  @Override
  public void callErased(String callId) {
    alerts.removeIf(alert -> alert.callId().equals(callId));
    log.forget(callId);
    fullSnapshot = null;
  }

  /** To be called once per batch interval. */
  public void tick() {
    distribute();
    fullSnapshot = null;
    long now = clock.millis();
    List.copyOf(clients).forEach(client -> client.tick(now));
  }

  private void distribute() {
    List<Change> changes = changes();
    if (!changes.isEmpty()) {
      fullSnapshot = null;
      changes.forEach(log::add);
      clients.forEach(client -> changes.forEach(client::offer));
    }
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    gone.values().forEach(call -> changes.add(ServerMessages.gone(call, ++seq)));
    for (Leg leg : legs.values()) {
      call(leg).ifPresent(call -> changes.add(ServerMessages.leg(call, leg, ++seq)));
    }
    points.forEach(
        (leg, byEnd) ->
            call(leg)
                .ifPresent(
                    call ->
                        byEnd
                            .values()
                            .forEach(
                                p -> changes.add(ServerMessages.window(call, leg, p, ++seq)))));
    calls.values().forEach(call -> changes.add(ServerMessages.call(call, ++seq)));
    alerts.forEach(alert -> changes.add(ServerMessages.alertChange(alert, ++seq)));
    gone.clear();
    legs.clear();
    points.clear();
    calls.clear();
    alerts.clear();
    return changes;
  }

  private Optional<Call> call(Leg leg) {
    return board.call(leg.key().callId());
  }

  /** Ends all connections, as the server goes away. */
  public void close() {
    List.copyOf(clients).forEach(c -> c.close(1001, "the server stops; come back in a moment"));
  }
}
