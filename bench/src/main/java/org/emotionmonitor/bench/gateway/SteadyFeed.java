package org.emotionmonitor.bench.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Latency;
import org.emotionmonitor.app.gateway.board.ModelRef;
import org.emotionmonitor.app.gateway.board.Question;
import org.emotionmonitor.app.gateway.board.Span;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.core.domain.LegKey;

/** One window a second of each of many legs, spread evenly over the second. */
final class SteadyFeed implements Feed {
  private static final ModelRef MODEL = new ModelRef("load", "1", "0123456789ab");

  private final int legs;
  private Thread thread;
  private volatile boolean closed;

  SteadyFeed(int legs) {
    this.legs = legs;
  }

  static String callId(int leg) {
    return "call-" + leg;
  }

  @Override
  public void start(Consumer<List<Update>> sink) {
    thread = new Thread(() -> run(sink), "feed");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Consumer<List<Update>> sink) {
    List<Update> starts = new ArrayList<>();
    for (int i = 0; i < legs; i++) {
      starts.add(started(key(i)));
    }
    sink.accept(starts);
    long begin = System.nanoTime();
    // Twenty batches a second, as a consumer's polls would bring them.
    for (long slot = 0; !closed; slot++) {
      long due = begin + slot * 50_000_000L;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      List<Update> batch = new ArrayList<>();
      for (int i = (int) (slot % 20); i < legs; i += 20) {
        long endMs = 1_000 + slot / 20 * 1_000;
        batch.add(window(key(i), endMs, Question.EMOTION, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
        batch.add(window(key(i), endMs, Question.RATE, 0.2f, 0.7f, 0.1f));
        batch.add(window(key(i), endMs, Question.VOLUME, 0.1f, 0.6f, 0.3f));
      }
      sink.accept(batch);
    }
  }

  private static LegKey key(int leg) {
    return new LegKey(callId(leg), "customer");
  }

  private static Update started(LegKey leg) {
    String now = Instant.now().toString();
    return new Update.State(
        leg,
        System.currentTimeMillis(),
        "customer",
        false,
        "agent",
        "queue",
        "en",
        now,
        null,
        0,
        0,
        Map.of(),
        Map.of(),
        null);
  }

  private static Update window(LegKey leg, long endMs, Question question, float... p) {
    return new Update.Window(
        leg,
        System.currentTimeMillis(),
        question,
        "customer",
        new Span(Math.max(0, endMs - 6_000), endMs, 4_000),
        new Judgement(question.labels().get(1), p[1], p),
        null,
        null,
        null,
        Float.NaN,
        Float.NaN,
        MODEL,
        new Latency(0, 0, 0),
        Instant.now().toString());
  }

  @Override
  public State state() {
    return State.LIVE;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
