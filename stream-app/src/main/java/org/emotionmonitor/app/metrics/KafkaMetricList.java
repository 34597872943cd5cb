package org.emotionmonitor.app.metrics;

import static org.emotionmonitor.app.metrics.KafkaMetric.counter;
import static org.emotionmonitor.app.metrics.KafkaMetric.max;
import static org.emotionmonitor.app.metrics.KafkaMetric.sum;

import java.util.List;

/** Those few of Kafka's several hundred metrics that tell an operator what to do. */
final class KafkaMetricList {

  private static final String FETCH = "consumer-fetch-manager-metrics";
  private static final String GROUP = "consumer-coordinator-metrics";
  private static final String PRODUCER = "producer-metrics";
  private static final String CONSUMER = "consumer-metrics";
  private static final String THREAD = "stream-thread-metrics";
  private static final String TASK = "stream-task-metrics";
  private static final String UPDATER = "stream-state-updater-metrics";
  private static final String STORE = "stream-state-metrics";

  private KafkaMetricList() {}

  /** Metrics of every client that consumes. */
  static final List<KafkaMetric> CLIENT =
      List.of(
          max(
                  FETCH,
                  "records-lag",
                  "kafka_consumer_lag_records",
                  "Records of a partition that wait to be read by this instance.")
              .by("topic", "partition"),
          counter(
                  FETCH,
                  "records-consumed-total",
                  "kafka_consumer_records",
                  "Records that this instance has read from a topic.")
              .by("topic"),
          max(
                  FETCH,
                  "fetch-throttle-time-max",
                  "kafka_consumer_throttle_seconds",
                  "Longest recent time that a broker's quota held back a fetch, in seconds.")
              .scaled(KafkaMetric.MILLIS),
          counter(
              CONSUMER,
              "failed-authentication-total",
              "kafka_consumer_failed_authentications",
              "Connections of consumers that failed to authenticate."),
          sum(
              GROUP,
              "assigned-partitions",
              "kafka_assigned_partitions",
              "Partitions that this instance reads at the moment."),
          counter(
              GROUP,
              "rebalance-total",
              "kafka_rebalances",
              "Times that this instance's consumers got a new share of the partitions."),
          counter(
              GROUP,
              "failed-rebalance-total",
              "kafka_failed_rebalances",
              "Attempts of a rebalance that failed and were repeated."),
          max(
              GROUP,
              "last-heartbeat-seconds-ago",
              "kafka_last_heartbeat_age_seconds",
              "Time since the last heartbeat to the group's coordinator, in seconds; -1 before"
                  + " the first."));

  /** Metrics of Kafka Streams and of its producers, besides those of its consumers. */
  static final List<KafkaMetric> STREAMS =
      List.of(
          counter(
              PRODUCER,
              "record-send-total",
              "kafka_producer_records",
              "Records that this instance has sent, changelogs included."),
          counter(
              PRODUCER,
              "record-error-total",
              "kafka_producer_failed_records",
              "Records that could not be sent; their transaction is repeated."),
          counter(
              PRODUCER,
              "record-retry-total",
              "kafka_producer_retried_records",
              "Sends of records that were repeated."),
          max(
                  PRODUCER,
                  "produce-throttle-time-max",
                  "kafka_producer_throttle_seconds",
                  "Longest recent time that a broker's quota held back a send, in seconds.")
              .scaled(KafkaMetric.MILLIS),
          counter(
              PRODUCER,
              "failed-authentication-total",
              "kafka_producer_failed_authentications",
              "Connections of producers that failed to authenticate."),
          sum(
              "stream-metrics",
              "alive-stream-threads",
              "streams_live_threads",
              "Stream threads that are alive."),
          counter(
              "stream-metrics",
              "failed-stream-threads",
              "streams_failed_threads",
              "Stream threads that ended by an error."),
          max(
              THREAD,
              "process-ratio",
              "streams_process_time_ratio",
              "Share of its time, 0 to 1, that the busiest stream thread takes in audio."),
          max(
              THREAD,
              "punctuate-ratio",
              "streams_punctuate_time_ratio",
              "Share of its time, 0 to 1, that the busiest stream thread scores and publishes."),
          max(
              THREAD,
              "commit-ratio",
              "streams_commit_time_ratio",
              "Share of its time, 0 to 1, that the busiest stream thread waits for commits."),
          max(
                  THREAD,
                  "commit-latency-max",
                  "streams_longest_commit_seconds",
                  "Longest recent commit of a transaction, in seconds.")
              .scaled(KafkaMetric.MILLIS),
          counter(
              TASK,
              "dropped-records-total",
              "streams_dropped_records",
              "Records that Kafka Streams itself dropped; the objective is none."),
          sum(
              TASK,
              "restore-remaining-records-total",
              "streams_restoring_records",
              "Records of changelogs still to be read before all state is back."),
          sum(
              UPDATER,
              "active-restoring-tasks",
              "streams_restoring_tasks",
              "Tasks of this instance that wait for their state and process nothing."),
          sum(
              UPDATER,
              "standby-updating-tasks",
              "streams_standby_tasks",
              "Tasks whose state this instance keeps ready for another's failure."),
          counter(
              STORE,
              "background-errors",
              "rocksdb_background_errors",
              "Errors of RocksDB while it wrote to disk, such as a full volume."),
          max(
              STORE,
              "block-cache-usage",
              "rocksdb_cache_bytes",
              "Memory in use of the cache that all state stores share, in bytes."),
          sum(
              STORE,
              "total-sst-files-size",
              "rocksdb_files_bytes",
              "Size of the state stores' files on disk, in bytes."));
}
