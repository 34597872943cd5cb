package org.emotionmonitor.app.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.domain.LegKey;

/**
 * Writes the start, media and stop records of legs to the audio topic, in the order they are given.
 * Sending is asynchronous; a failed send is reported by the next call or by {@link #flush}. May be
 * used by several threads, one per leg or call.
 */
public final class AudioPublisher implements AutoCloseable {

  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Producer<String, byte[]> producer;
  private final String topic;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * @param producer closed with this publisher
   * @param topic the audio topic
   */
  public AudioPublisher(Producer<String, byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * A publisher with an idempotent producer of its own.
   *
   * @param kafka client settings, at least {@code bootstrap.servers}; they win over the defaults
   * @param topic the audio topic
   */
  public static AudioPublisher connect(Map<String, ?> kafka, String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // Latency counts, and chunks of calls that run side by side still share a request.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.putAll(kafka);
    return new AudioPublisher(
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), topic);
  }

  /** Opens a leg; the record's time is the leg's {@code startedAt}. */
  public void start(StartRecord start) {
    send(start.key(), start.startedAt(), AudioHeaders.start(), Json.bytes(start));
  }

  /**
   * One chunk of a leg's audio.
   *
   * @param seq number of the chunk in its leg, from 0
   * @param capturedAt when its last sample was captured
   */
  public void media(LegKey leg, long seq, byte[] audio, Instant capturedAt) {
    send(leg, capturedAt, AudioHeaders.media(seq), audio);
  }

  /** Ends a leg. */
  public void stop(LegKey leg, Instant at) {
    send(leg, at, AudioHeaders.stop(), EMPTY_OBJECT);
  }

  /**
   * Waits until everything sent so far is acknowledged.
   *
   * @throws AppException when a record could not be written
   */
  public void flush() {
    producer.flush();
    check();
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private void send(LegKey leg, Instant at, Headers headers, byte[] value) {
    check();
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(topic, null, at.toEpochMilli(), leg.toString(), value, headers),
              (metadata, e) -> {
                if (e != null) {
                  failure.compareAndSet(null, e);
                }
              });
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      check();
    }
  }

  private void check() {
    Exception e = failure.get();
    if (e != null) {
      throw new AppException(
          "cannot write to topic %s (%s); check that the broker runs and the topic exists"
              .formatted(topic, e.getMessage()),
          e);
    }
  }
}
