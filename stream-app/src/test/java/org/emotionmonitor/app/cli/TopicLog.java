package org.emotionmonitor.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionmonitor.app.domain.Json;

/** Everything that is committed on a topic of JSON values, from its begin. */
final class TopicLog implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(90);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final List<JsonNode> values = new ArrayList<>();

  TopicLog(String bootstrap, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads until what there is satisfies {@code enough}. */
  List<JsonNode> until(Predicate<List<JsonNode>> enough) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!enough.test(values)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not enough on %s: %s".formatted(topic, values));
      }
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        values.add(Json.mapper().readTree(record.value()));
      }
    }
    return List.copyOf(values);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
