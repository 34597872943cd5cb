package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class KafkaCollectorTest {

  private static final String FETCH = "consumer-fetch-manager-metrics";

  private final Map<MetricName, Metric> kafka = new LinkedHashMap<>();
  private final CollectorRegistry registry = new CollectorRegistry();

  KafkaCollectorTest() {
    registry.register(KafkaCollector.ofStreams(() -> kafka));
  }

  @Test
  void shouldExportALagOnceWhenKafkaReportsItTwice() {
    lag("calls.audio", "3", 7);
    lag("calls_audio", "3", 7);
    lag("calls.audio", "4", 1);

    assertThat(lagOf("calls.audio", "3")).isEqualTo(7);
    assertThat(lagOf("calls.audio", "4")).isEqualTo(1);
    assertThat(lagOf("calls_audio", "3")).isNull();
  }

  @Test
  void shouldLeaveOutTheLagOfReadingStateBack() {
    put(
        FETCH,
        "records-lag",
        Map.of("client-id", "x-restore-consumer", "topic", "t", "partition", "0"),
        5.0);

    assertThat(lagOf("t", "0")).isNull();
  }

  @Test
  void shouldMergeThreadsAndConvertUnits() {
    put("stream-thread-metrics", "commit-latency-max", Map.of("thread-id", "a"), 20.0);
    put("stream-thread-metrics", "commit-latency-max", Map.of("thread-id", "b"), 300.0);
    put("stream-thread-metrics", "commit-latency-max", Map.of("thread-id", "c"), Double.NaN);
    put("stream-task-metrics", "dropped-records-total", Map.of("task-id", "0_0"), 2.0);
    put("stream-task-metrics", "dropped-records-total", Map.of("task-id", "0_1"), 3.0);

    assertThat(registry.getSampleValue("emotion_monitor_streams_longest_commit_seconds"))
        .isEqualTo(0.3);
    assertThat(registry.getSampleValue("emotion_monitor_streams_dropped_records_total"))
        .isEqualTo(5);
  }

  @Test
  void shouldExportZeroBeforeKafkaKnowsAnything() {
    assertThat(registry.getSampleValue("emotion_monitor_kafka_rebalances_total")).isZero();
  }

  private void lag(String topic, String partition, double records) {
    put(
        FETCH,
        "records-lag",
        Map.of("client-id", "x-consumer", "topic", topic, "partition", partition),
        records);
  }

  private Double lagOf(String topic, String partition) {
    return registry.getSampleValue(
        "emotion_monitor_kafka_consumer_lag_records",
        new String[] {"topic", "partition"},
        new String[] {topic, partition});
  }

  private void put(String group, String name, Map<String, String> tags, double value) {
    MetricName metric = new MetricName(name, group, "", tags);
    kafka.put(
        metric,
        new Metric() {
          @Override
          public MetricName metricName() {
            return metric;
          }

          @Override
          public Object metricValue() {
            return value;
          }
        });
  }
}
