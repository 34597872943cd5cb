package org.emotionmonitor.app.ingest.live;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between event loops, which must not block, and the producer, which does when Kafka is away: one
 * thread passes records on in their order. Bounded by bytes, from here to the acknowledgement.
 */
final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /** What a record takes besides its value: key, headers, objects. */
  private static final int OVERHEAD = 400;

  private final Producer<String, byte[]> producer;
  private final String topic;
  private final long maxBytes;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Thread thread = new Thread(this::run, "ingest-outbox");
  private volatile boolean closed;

  /**
   * @param producer closed with the outbox
   */
  Outbox(Producer<String, byte[]> producer, String topic, long maxBytes) {
    this.producer = producer;
    this.topic = topic;
    this.maxBytes = maxBytes;
    thread.setDaemon(true);
    thread.start();
  }

  /** Bytes on their way. */
  long bytes() {
    return bytes.get();
  }

  /** Passes a record on; its leg hears what became of it. */
  void send(LegWriter leg, String key, long timestampMs, Headers headers, byte[] value)
      throws IngestException {
    int size = value.length + OVERHEAD;
    if (bytes.addAndGet(size) > maxBytes) {
      bytes.addAndGet(-size);
      leg.fail(
          IngestError.OVERLOADED,
          "the gateway holds %d bytes of audio that Kafka has not taken; send it again later"
              .formatted(maxBytes),
          null);
      throw new IngestException(IngestError.OVERLOADED, "the gateway's buffer is full");
    }
    ProducerRecord<String, byte[]> sent =
        new ProducerRecord<>(topic, null, timestampMs, key, value, headers);
    queue.add(() -> pass(leg, sent, size));
  }

  private void pass(LegWriter leg, ProducerRecord<String, byte[]> sent, int size) {
    int length = sent.value().length;
    try {
      var unused =
          producer.send(
              sent,
              (metadata, e) -> {
                bytes.addAndGet(-size);
                leg.acknowledged(length, e);
              });
    } catch (KafkaException | IllegalStateException e) {
      bytes.addAndGet(-size);
      leg.acknowledged(length, e);
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        LOG.debug("the outbox closes");
        return;
      } catch (RuntimeException e) {
        LOG.error("a record of live audio was not passed on", e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    // Wakes the thread when there is nothing else to pass on.
    queue.add(() -> {});
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(CLOSE_TIMEOUT);
  }
}
