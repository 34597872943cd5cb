package org.emotionmonitor.app.sinks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionmonitor.app.config.Config;

/** Keeps what could not be delivered in {@code calls.undelivered}, as it was, with the reason. */
final class DeadLetters implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  DeadLetters(Config config) {
    Map<String, Object> settings = new HashMap<>(config.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.topic = config.topicNames().undelivered();
  }

  /**
   * Returns when the record is safe.
   *
   * @throws KafkaException if it is not
   */
  void keep(ConsumerRecord<byte[], byte[]> record, String sink, int attempts, String reason)
      throws InterruptedException {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, record.timestamp(), record.key(), record.value());
    Headers headers = letter.headers();
    add(headers, "sink", sink);
    add(headers, "reason", reason);
    add(headers, "attempts", Integer.toString(attempts));
    add(headers, "topic", record.topic());
    add(headers, "partition", Integer.toString(record.partition()));
    add(headers, "offset", Long.toString(record.offset()));
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter could not be written to " + topic, e.getCause());
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(2));
  }
}
