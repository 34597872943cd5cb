package org.emotionmonitor.bench.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How long it takes to read a topic's newest records again.
 *
 * @param records how many
 * @param bytes of keys and values
 * @param ms from the opening of the client to the last record
 */
record ReadBack(long records, long bytes, long ms) {

  /**
   * Reads all partitions of a topic to their ends.
   *
   * @param fromMs time of the first record, in ms since 1970; 0: everything
   */
  static ReadBack of(String bootstrap, String topic, long fromMs) {
    long begin = System.nanoTime();
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(consumer, partitions, fromMs);
      long records = 0;
      long bytes = 0;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records++;
          bytes += record.serializedKeySize() + Math.max(0, record.serializedValueSize());
        }
      }
      return new ReadBack(records, bytes, (System.nanoTime() - begin) / 1_000_000);
    }
  }

  private static void seek(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long fromMs) {
    consumer.seekToBeginning(partitions);
    if (fromMs > 0) {
      Map<TopicPartition, OffsetAndTimestamp> from =
          consumer.offsetsForTimes(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> fromMs)));
      from.forEach(
          (partition, offset) -> {
            if (offset != null) {
              consumer.seek(partition, offset.offset());
            }
          });
    }
  }
}
