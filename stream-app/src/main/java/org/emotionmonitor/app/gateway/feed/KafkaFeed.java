package org.emotionmonitor.app.gateway.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.emotionmonitor.app.gateway.board.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the result topics with a plain consumer on a thread of its own: all partitions, no group,
 * only what is committed, from a bounded time back. Any number of gateways can do the same side by
 * side. Broker outages are waited out, however long.
 */
public final class KafkaFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final KafkaFeedOptions options;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile State state = State.CONNECTING;
  private volatile Positions positions;
  private volatile long rejected;
  private Thread thread;

  public KafkaFeed(KafkaFeedOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  @Override
  public void start(Consumer<List<Update>> sink) {
    thread = new Thread(() -> run(sink), "gateway-feed");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public State state() {
    return state;
  }

  /** Records that could not be read, since the start. */
  public long rejected() {
    return rejected;
  }

  private void run(Consumer<List<Update>> sink) {
    while (closed.getCount() > 0) {
      try (Positions opened = new Positions(options, clock)) {
        positions = opened;
        if (closed.getCount() > 0) {
          readWith(opened, sink);
        }
      } catch (WakeupException e) {
        LOG.debug("the feed was woken up to close");
      } catch (KafkaException e) {
        unreachable(e.getMessage());
        pause();
      }
    }
  }

  private void readWith(Positions opened, Consumer<List<Update>> sink) {
    while (closed.getCount() > 0) {
      if (!opened.discover()) {
        state = opened.connected() ? state : State.UNREACHABLE;
        pause();
        continue;
      }
      ConsumerRecords<byte[], byte[]> records = opened.consumer().poll(POLL);
      List<Update> updates = read(opened, records);
      if (!updates.isEmpty()) {
        sink.accept(updates);
      }
      if (!opened.connected()) {
        unreachable("no connection to a broker");
      } else {
        state = opened.caughtUp() ? State.LIVE : State.CATCHING_UP;
      }
    }
  }

  private List<Update> read(Positions opened, ConsumerRecords<byte[], byte[]> records) {
    List<Update> updates = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> r : records) {
      try {
        UpdateReader.read(opened.topic(r.topic()), r.value(), r.timestamp())
            .ifPresent(updates::add);
      } catch (IllegalArgumentException e) {
        count();
        LOG.warn(
            "{}-{} offset {} is not shown: {}",
            r.topic(),
            r.partition(),
            r.offset(),
            e.getMessage());
      }
    }
    return updates;
  }

  /** Only the feed's thread writes. */
  private void count() {
    long before = rejected;
    rejected = before + 1;
  }

  private void unreachable(String why) {
    if (state != State.UNREACHABLE) {
      LOG.warn(
          "Kafka at {} cannot be reached ({}); the gateway shows what it has and keeps trying",
          options.consumer().get("bootstrap.servers"),
          why);
    }
    state = State.UNREACHABLE;
  }

  private void pause() {
    try {
      if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the feed closes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    Positions open = positions;
    if (open != null) {
      open.consumer().wakeup();
    }
    if (thread == null) {
      return;
    }
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
