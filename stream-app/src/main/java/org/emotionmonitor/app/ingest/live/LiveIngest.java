package org.emotionmonitor.app.ingest.live;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.domain.LegKey;

/** The way of live legs to the audio topic, one for the process. Thread-safe. */
public final class LiveIngest implements AutoCloseable {
  private final Outbox outbox;
  private final LiveLimits limits;
  private final InstantSource clock;
  private final Set<LegKey> open = ConcurrentHashMap.newKeySet();

  /**
   * @param producer closed with this
   * @param topic the audio topic
   */
  public LiveIngest(
      Producer<String, byte[]> producer, String topic, LiveLimits limits, InstantSource clock) {
    this.outbox = new Outbox(producer, topic, limits.bufferBytes());
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * With an idempotent producer of its own, which retries for a little longer than audio is held.
   *
   * @param kafka client settings, at least {@code bootstrap.servers}; they win over the defaults
   * @param topic the audio topic
   */
  public static LiveIngest connect(
      Map<String, ?> kafka, String topic, LiveLimits limits, InstantSource clock) {
    int patience = (int) limits.outage().toMillis() + 30_000;
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    // Batches of quiet partitions take more room than their records.
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2 * limits.bufferBytes());
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "emotion-monitor-ingest");
    settings.putAll(kafka);
    return new LiveIngest(
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
        topic,
        limits,
        clock);
  }

  public LiveLimits limits() {
    return limits;
  }

  /** Legs being written now. */
  public int legs() {
    return open.size();
  }

  /** Bytes taken in that Kafka has not acknowledged yet. */
  public long bufferedBytes() {
    return outbox.bytes();
  }

  /**
   * Begins a leg.
   *
   * @param start with the chunk length of the limits as its frame duration
   * @throws IngestException if another connection writes this leg, or there are too many
   */
  public LegWriter open(StartRecord start) throws IngestException {
    if (open.size() >= limits.maxStreams()) {
      throw new IngestException(
          IngestError.OVERLOADED,
          "the gateway takes %d legs at once; try another one or later"
              .formatted(limits.maxStreams()));
    }
    LegKey key = start.key();
    if (!open.add(key)) {
      throw new IngestException(
          IngestError.LEG_IN_USE,
          "leg %s is being sent by another connection; use another legId".formatted(key));
    }
    LegWriter writer = new LegWriter(start, outbox, limits, clock, () -> open.remove(key));
    try {
      writer.begin();
    } catch (IngestException e) {
      open.remove(key);
      throw e;
    }
    return writer;
  }

  @Override
  public void close() {
    outbox.close();
  }
}
