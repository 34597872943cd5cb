package org.emotionmonitor.app.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertActionKind;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.stream.AlertDesk;

/**
 * Writes what people do about alerts to the topic of alert actions: under the alert's id, but to
 * the partition that the leg's audio has, so that the leg's own task reads it.
 */
public final class AlertActionWriter implements AlertDesk, AutoCloseable {
  private static final int PATIENCE_MS = 5_000;

  private final Producer<String, byte[]> producer;
  private final String topic;
  private final InstantSource clock;

  /**
   * @param producer closed with this
   * @param topic of alert actions
   */
  public AlertActionWriter(Producer<String, byte[]> producer, String topic, InstantSource clock) {
    this.producer = producer;
    this.topic = topic;
    this.clock = clock;
  }

  /** With a producer of its own. */
  public static AlertActionWriter connect(Map<String, ?> kafka, String topic, InstantSource clock) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS - 1_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "emotion-monitor-alert-actions");
    return new AlertActionWriter(
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
        topic,
        clock);
  }

  @Override
  public Future<Void> acknowledge(Update.Alert alert, Principal by, String note) {
    AlertAction action;
    try {
      action = new AlertAction(AlertActionKind.ACKNOWLEDGE, by.name(), clock.instant(), note);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
    return Vertx.currentContext()
        .executeBlocking(
            () -> {
              write(alert, action);
              return null;
            },
            false);
  }

  private void write(Update.Alert alert, AlertAction action) throws InterruptedException {
    try {
      int partitions = producer.partitionsFor(topic).size();
      int partition =
          BuiltInPartitioner.partitionForKey(
              alert.audioKey().getBytes(StandardCharsets.UTF_8), partitions);
      producer
          .send(new ProducerRecord<>(topic, partition, alert.alertId(), Json.bytes(action)))
          .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      throw new AppException("Kafka did not take it; try again (%s)".formatted(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
