package org.emotionmonitor.bench.stream;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Clients with which Kafka Streams writes no changelog of the audio, to learn what that costs. Such
 * a stream loses audio with the process, so it is for measurements alone.
 */
public final class UnloggedChunks extends DefaultKafkaClientSupplier {

  /** How Kafka Streams names the changelogs of the store of chunks. */
  static final String CHANGELOG = "-chunks-changelog";

  /** The setting that takes these clients. */
  static final String SETTING = "kafka.default.client.supplier=" + UnloggedChunks.class.getName();

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new Unlogged(config);
  }

  private static final class Unlogged extends KafkaProducer<byte[], byte[]> {

    private Unlogged(Map<String, Object> config) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (!record.topic().endsWith(CHANGELOG)) {
        return super.send(record, callback);
      }
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      RecordMetadata nowhere = new RecordMetadata(partition, -1, -1, record.timestamp(), 0, 0);
      callback.onCompletion(nowhere, null);
      return CompletableFuture.completedFuture(nowhere);
    }
  }
}
