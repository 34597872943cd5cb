package org.emotionmonitor.app.gateway.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.feed.Feed;

/**
 * One connected client. Never more than one message is on its way to it: the next is made when the
 * network has taken the last, so that a slow client costs a bounded queue and nothing else.
 */
final class StreamClient {
  private static final int MAX_CONTROLS = 8;
  private static final int POLICY_VIOLATION = 1008;
  private static final int TRY_AGAIN_LATER = 1013;

  private final Outlet outlet;
  private final CallBoard board;
  private final StreamOptions options;
  private final Supplier<Feed.State> source;
  private final StreamStats stats;
  private final Runnable gone;
  private final ClientQueue queue;
  private final Queue<Supplier<String>> controls = new ArrayDeque<>();
  private Subscription subscription;
  private boolean snapshotDue;
  private boolean busy;
  private boolean closed;
  private long busySinceMs;
  private long lastSentMs;
  private Feed.State lastSource;
  private long seq;
  private long minuteStartMs;
  private int messagesThisMinute;

  StreamClient(
      Outlet outlet,
      CallBoard board,
      StreamOptions options,
      Supplier<Feed.State> source,
      StreamStats stats,
      Runnable gone) {
    this.outlet = outlet;
    this.board = board;
    this.options = options;
    this.source = source;
    this.stats = stats;
    this.gone = gone;
    this.queue = new ClientQueue(options.queueLimit());
  }

  void greet(String server, long nowMs) {
    lastSentMs = nowMs;
    lastSource = source.get();
    Feed.State told = lastSource;
    control(() -> ServerMessages.hello(server, options, told), nowMs);
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
      if (ClientMessage.parse(text) instanceof ClientMessage.Subscribe subscribe) {
        subscription = subscribe.to();
        snapshotDue = true;
        pump(nowMs);
      }
    } catch (ClientMessage.Refused e) {
      control(() -> ServerMessages.error(e.code(), e.getMessage()), nowMs);
    }
  }

  void offer(Change change) {
    // Until the snapshot is made, it will contain this change anyway.
    if (subscription != null && !snapshotDue && subscription.matches(change.callId())) {
      queue.offer(change);
    }
  }

  /** To be called once per batch interval: sends what is due. */
  void tick(long nowMs) {
    if (busy && nowMs - busySinceMs > options.stalledAfter().toMillis()) {
      stats.stalled();
      close(TRY_AGAIN_LATER, "the client takes nothing");
    } else if (source.get() != lastSource || silentFor(nowMs) >= options.heartbeat().toMillis()) {
      lastSource = source.get();
      Feed.State told = lastSource;
      control(() -> ServerMessages.heartbeat(nowMs, told), nowMs);
    } else {
      pump(nowMs);
    }
  }

  /** How long the client has heard nothing, though there is nothing else to send it. */
  private long silentFor(long nowMs) {
    return queue.isEmpty() && controls.isEmpty() ? nowMs - lastSentMs : 0;
  }

  private void control(Supplier<String> message, long nowMs) {
    if (controls.size() < MAX_CONTROLS) {
      controls.add(message);
    }
    pump(nowMs);
  }

  private void pump(long nowMs) {
    if (busy || closed) {
      return;
    }
    String next = next(nowMs);
    if (next == null) {
      return;
    }
    busy = true;
    busySinceMs = nowMs;
    lastSentMs = nowMs;
    stats.sent();
    outlet
        .send(next)
        .onComplete(
            sent -> {
              busy = false;
              if (sent.failed()) {
                ended();
              } else if (!controls.isEmpty() || snapshotDue) {
                pump(nowMs);
              }
            });
  }

  private String next(long nowMs) {
    if (!controls.isEmpty()) {
      return controls.poll().get();
    }
    if (snapshotDue) {
      snapshotDue = false;
      queue.clear();
      return ServerMessages.snapshot(
          board.calls().stream().filter(c -> subscription.matches(c.id())).toList(), nowMs);
    }
    if (queue.isEmpty()) {
      return null;
    }
    ClientQueue.Batch batch = queue.drain();
    stats.skipped(batch.skipped());
    return ServerMessages.events(++seq, nowMs, batch);
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
      gone.run();
    }
  }
}
