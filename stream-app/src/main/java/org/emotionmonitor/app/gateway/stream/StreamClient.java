package org.emotionmonitor.app.gateway.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.Viewer;

/**
 * One connected client. Never more than one message is on its way to it: the next is made when the
 * network has taken the last, so that a slow client costs a bounded queue and nothing else.
 */
final class StreamClient {
  private static final int MAX_CONTROLS = 8;
  private static final int POLICY_VIOLATION = 1008;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int TOKEN_EXPIRED = 4401;

  private final Outlet outlet;
  private final StreamHub hub;
  private final StreamOptions options;
  private final Principal principal;
  private final Viewer viewer;
  private final ClientQueue queue;
  private final Queue<Outgoing> controls = new ArrayDeque<>();
  private Subscription subscription;
  private boolean snapshotDue;
  private boolean busy;
  private boolean closed;
  private long busySinceMs;
  private long lastSentMs;
  private Feed.State lastSource;
  private long toldSeq;
  private long minuteStartMs;
  private int messagesThisMinute;

  StreamClient(Outlet outlet, Principal principal, StreamHub hub) {
    this.outlet = outlet;
    this.hub = hub;
    this.options = hub.options();
    this.principal = principal;
    this.viewer = new Viewer(principal);
    this.queue = new ClientQueue(options.queueLimit());
  }

  void greet(long nowMs) {
    lastSentMs = nowMs;
    lastSource = hub.source();
    control(ServerMessages.hello(hub, lastSource, principal), nowMs);
  }

  /** A text message of the client. */
  void received(String text, long nowMs) {
    if (nowMs - minuteStartMs >= 60_000) {
      minuteStartMs = nowMs;
      messagesThisMinute = 0;
    }
    if (++messagesThisMinute > options.maxMessagesPerMinute()) {
      close(
          POLICY_VIOLATION,
          "more than %d messages a minute".formatted(options.maxMessagesPerMinute()));
      return;
    }
    try {
      ClientMessage message = ClientMessage.parse(text);
      if (message instanceof ClientMessage.Subscribe subscribe) {
        subscribe(subscribe.to(), nowMs);
      } else if (message instanceof ClientMessage.Ack ack) {
        acknowledge(ack, nowMs);
      }
    } catch (ClientMessage.Refused e) {
      control(ServerMessages.error(e.code(), e.getMessage()), nowMs);
    }
  }

  void subscribe(Subscription to, long nowMs) throws ClientMessage.Refused {
    hub.requireAllowed(to, viewer);
    subscription = to;
    queue.clear();
    Subscription.Position resume = to.resume();
    if (resume != null && hub.canResume(resume)) {
      snapshotDue = false;
      toldSeq = resume.seq();
      hub.changesAfter(resume.seq()).forEach(this::offer);
      control(ServerMessages.resumed(resume.seq()), nowMs);
    } else {
      snapshotDue = true;
      pump(nowMs);
    }
  }

  private void acknowledge(ClientMessage.Ack ack, long nowMs) throws ClientMessage.Refused {
    if (!principal.acknowledges()) {
      throw new ClientMessage.Refused("forbidden", "this needs the role supervisor");
    }
    Update.Alert alert = hub.alert(ack.alertId());
    if (alert == null || !viewer.sees(alert)) {
      throw new ClientMessage.Refused("unknown_alert", "no alert has the id " + ack.alertId());
    }
    hub.desk()
        .acknowledge(alert, principal, ack.note())
        .onComplete(
            done ->
                control(
                    done.succeeded()
                        ? ServerMessages.acked(ack.alertId())
                        : ServerMessages.error("not_written", done.cause().getMessage()),
                    nowMs));
  }

  void offer(Change change) {
    // Until the snapshot is made, it will contain this change anyway.
    if (subscription != null && !snapshotDue && subscription.matches(change, viewer)) {
      queue.offer(change);
    }
  }

  /** To be called once per batch interval: sends what is due. */
  void tick(long nowMs) {
    if (busy && nowMs - busySinceMs > options.stalledAfter().toMillis()) {
      hub.stats().stalled();
      close(TRY_AGAIN_LATER, "the client takes nothing");
    } else if (queue.overflows()) {
      hub.stats().stalled();
      close(TRY_AGAIN_LATER, "the client takes alerts too slowly");
    } else if (principal.expired(Instant.ofEpochMilli(nowMs))) {
      outlet.send(ServerMessages.error("token_expired", "the token has expired; get a new one"));
      close(TOKEN_EXPIRED, "token_expired");
    } else if (hub.source() != lastSource || silentFor(nowMs) >= options.heartbeat().toMillis()) {
      lastSource = hub.source();
      if (queue.isEmpty() && subscription != null && !snapshotDue) {
        toldSeq = hub.newestSeq();
      }
      control(ServerMessages.heartbeat(nowMs, toldSeq, lastSource), nowMs);
    } else {
      pump(nowMs);
    }
  }

  /** How long the client has heard nothing, though there is nothing else to send it. */
  private long silentFor(long nowMs) {
    return queue.isEmpty() && controls.isEmpty() ? nowMs - lastSentMs : 0;
  }

  private void control(Outgoing message, long nowMs) {
    if (controls.size() < MAX_CONTROLS) {
      controls.add(message);
    }
    pump(nowMs);
  }

  private void pump(long nowMs) {
    if (busy || closed) {
      return;
    }
    Outgoing next = next(nowMs);
    if (next == null) {
      return;
    }
    busy = true;
    busySinceMs = nowMs;
    lastSentMs = nowMs;
    hub.stats().sent();
    outlet
        .send(next)
        .onComplete(
            sent -> {
              busy = false;
              if (sent.failed()) {
                ended();
              } else if (!controls.isEmpty() || snapshotDue || queue.hasAlerts()) {
                pump(nowMs);
              }
            });
  }

  private Outgoing next(long nowMs) {
    if (!controls.isEmpty()) {
      return controls.poll();
    }
    if (snapshotDue) {
      snapshotDue = false;
      queue.clear();
      toldSeq = hub.newestSeq();
      return hub.snapshot(subscription, viewer, nowMs);
    }
    Change alert = queue.nextAlert();
    if (alert != null) {
      // Windows that were changed before it may still wait: a resume must not skip them.
      return ServerMessages.alert(toldSeq, nowMs, alert);
    }
    if (queue.isEmpty()) {
      return null;
    }
    ClientQueue.Batch batch = queue.drain();
    hub.stats().skipped(batch.skipped());
    for (Change change : batch.changes()) {
      toldSeq = Math.max(toldSeq, change.seq());
    }
    return ServerMessages.events(toldSeq, nowMs, batch);
  }

  void close(int code, String reason) {
    if (!closed) {
      ended();
      outlet.close(code, reason);
    }
  }

  /** The connection is no more. */
  void ended() {
    if (!closed) {
      closed = true;
      queue.clear();
      controls.clear();
      hub.gone(this);
    }
  }
}
