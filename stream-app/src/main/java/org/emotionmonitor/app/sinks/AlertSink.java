package org.emotionmonitor.app.sinks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the alerts and hands them to lanes of deliveries: changes of one alert take the same lane
 * and stay in order, other lanes go on meanwhile. When too many are on their way it stops reading,
 * but stays in the group. What is committed has been delivered or is a dead letter.
 */
public final class AlertSink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertSink.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long CLOSE_SECONDS = 4;

  private final String name;
  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Delivery delivery;
  private final int limit;
  private final Offsets offsets = new Offsets();
  private final List<ExecutorService> lanes = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean ready;
  private volatile String failure;

  /**
   * @param consumer of the sink's group, without automatic commits; is closed with this
   * @param limit records on their way at which reading stops
   */
  AlertSink(
      String name,
      Consumer<byte[], byte[]> consumer,
      String topic,
      Delivery delivery,
      int lanes,
      int limit) {
    this.name = name;
    this.consumer = consumer;
    this.topic = topic;
    this.delivery = delivery;
    this.limit = limit;
    for (int i = 0; i < lanes; i++) {
      String lane = "sink-%s-%d".formatted(name, i);
      this.lanes.add(Executors.newSingleThreadExecutor(work -> daemon(work, lane)));
    }
    this.thread = daemon(this::read, "sink-" + name);
  }

  void start() {
    thread.start();
  }

  /** Records on their way. */
  int open() {
    return offsets.open();
  }

  private void read() {
    try (consumer) {
      consumer.subscribe(List.of(topic), new Revoked());
      while (!closing) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          hand(record);
        }
        ready |= !consumer.assignment().isEmpty();
        consumer.commitSync(offsets.ready());
        throttle();
      }
      finishLanes();
      consumer.commitSync(offsets.ready(), Duration.ofSeconds(1));
    } catch (WakeupException e) {
      LOG.debug("sink {} was woken up to close", name);
    } catch (KafkaException e) {
      failed(e);
    }
  }

  private void hand(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return; // The call was erased.
    }
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    offsets.begin(partition, record.offset());
    int lane = Math.floorMod(Arrays.hashCode(record.key()), lanes.size());
    lanes.get(lane).execute(() -> deliver(partition, record));
  }

  private void deliver(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
    try {
      if (!closing) {
        delivery.run(record);
        offsets.end(partition, record.offset());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      failed(e);
    }
  }

  private void throttle() {
    if (offsets.open() >= limit) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty() && offsets.open() <= limit / 2) {
      consumer.resume(consumer.paused());
    }
  }

  private void failed(KafkaException e) {
    failure = e.getMessage();
    LOG.error("sink {} stops: {}", name, e.getMessage(), e);
    closing = true;
  }

  boolean ready() {
    return ready && healthy();
  }

  boolean healthy() {
    return failure == null;
  }

  String describe() {
    return "sink %s %s".formatted(name, failure == null ? "runs" : "failed: " + failure);
  }

  /** What is on its way and cannot be finished soon comes again after the next start. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.forEach(ExecutorService::shutdownNow);
  }

  private void finishLanes() {
    lanes.forEach(ExecutorService::shutdownNow);
  }

  private static Thread daemon(Runnable work, String name) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    return made;
  }

  private final class Revoked implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      consumer.commitSync(offsets.ready());
      partitions.forEach(offsets::forget);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      partitions.forEach(offsets::forget);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      ready = true;
    }
  }
}
