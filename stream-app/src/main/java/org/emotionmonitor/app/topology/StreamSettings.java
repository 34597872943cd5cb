package org.emotionmonitor.app.topology;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.StreamConfig;

/** The properties of Kafka Streams; what the configuration says below {@code kafka.} wins. */
final class StreamSettings {

  /** A commit sends what there is; until then it waits, in one request instead of many. */
  private static final int LINGER_MS = 100;

  /**
   * Commits without anything published: what has been read need not be read again after a failure.
   * Those that make events visible are asked for: {@link CommitPace}.
   */
  private static final long QUIET_COMMIT_MS = 500;

  /** By the next one the others learn that an instance has failed, so they are frequent. */
  private static final int HEARTBEATS_PER_SESSION = 8;

  private static final int MAX_POLL_RECORDS = 1_000;
  private static final int MAX_BATCH_BYTES = 65_536;

  /** Kafka's lowest; its default leaves a new instance without work for ten minutes. */
  private static final long PROBING_REBALANCE_MS = 60_000;

  /**
   * Changelog records that an instance may lack to take a task over at once. By Kafka's default,
   * 10,000, tasks go to instances that have just started and know nothing, and wait there.
   */
  private static final long ACCEPTABLE_LAG = 1_000;

  /** Tasks that a new instance warms up at once, to take them over at the next probing. */
  private static final int WARMUPS = 64;

  private StreamSettings() {}

  static Properties of(Config config, Path stateDir, Duration sessionTimeout) {
    StreamConfig stream = config.stream();
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, stream.applicationId());
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, stream.standbyReplicas());
    p.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_REBALANCE_MS);
    p.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, WARMUPS);
    p.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, ACCEPTABLE_LAG);
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, stream.replicationFactor());
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    p.put(BoundedRocksDb.BYTES, Long.toString(stream.rocksDbBytes()));
    p.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    p.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndFailProcessingExceptionHandler.class);
    // The actions on alerts are few: audio is not to wait for them.
    p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    timing(p, stream);
    session(p, Math.toIntExact(sessionTimeout.toMillis()));
    p.putAll(config.kafka());
    return p;
  }

  /** The latency of an event is decided here: Kafka's defaults wait 100 ms and more. */
  private static void timing(Properties p, StreamConfig stream) {
    int transaction = Math.toIntExact(stream.transactionTimeout().toMillis());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, stream.processingGuarantee());
    p.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Math.max(QUIET_COMMIT_MS, stream.commitInterval().toMillis()));
    p.put(StreamsConfig.POLL_MS_CONFIG, stream.punctuate().toMillis());
    p.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
    p.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), MAX_BATCH_BYTES);
    p.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "none");
    if (StreamsConfig.EXACTLY_ONCE_V2.equals(stream.processingGuarantee())) {
      p.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), transaction);
    }
    p.put(consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
  }

  private static void session(Properties p, int sessionMs) {
    p.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionMs);
    p.put(
        consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        sessionMs / HEARTBEATS_PER_SESSION);
  }
}
