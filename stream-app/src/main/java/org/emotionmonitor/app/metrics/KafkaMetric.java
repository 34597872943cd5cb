package org.emotionmonitor.app.metrics;

import io.prometheus.client.Collector;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.apache.kafka.common.MetricName;

/**
 * One of Kafka's own metrics that is worth an alert or a panel, and how it is exported. Series that
 * differ only in tags that are not labels (client, thread, task, store) are merged into one.
 *
 * @param group of Kafka's name
 * @param name in Kafka
 * @param exported our name without the prefix and, of a counter, without {@code _total}
 * @param type counter or gauge
 * @param scale to the base unit: 0.001 for ms
 * @param merge of the values of merged series
 * @param tags Kafka's tags that become labels
 * @param help meaning and unit
 */
record KafkaMetric(
    String group,
    String name,
    String exported,
    Collector.Type type,
    double scale,
    DoubleBinaryOperator merge,
    List<String> tags,
    String help) {

  static final double MILLIS = 0.001;

  /** Clients that read back state; their lag is not the calls'. */
  private static final String RESTORE = "-restore-consumer";

  static KafkaMetric counter(String group, String name, String exported, String help) {
    return new KafkaMetric(
        group, name, exported, Collector.Type.COUNTER, 1, Double::sum, List.of(), help);
  }

  static KafkaMetric sum(String group, String name, String exported, String help) {
    return new KafkaMetric(
        group, name, exported, Collector.Type.GAUGE, 1, Double::sum, List.of(), help);
  }

  static KafkaMetric max(String group, String name, String exported, String help) {
    return new KafkaMetric(
        group, name, exported, Collector.Type.GAUGE, 1, Math::max, List.of(), help);
  }

  KafkaMetric by(String... labels) {
    return new KafkaMetric(group, name, exported, type, scale, merge, List.of(labels), help);
  }

  KafkaMetric scaled(double factor) {
    return new KafkaMetric(group, name, exported, type, factor, merge, tags, help);
  }

  boolean matches(MetricName metric) {
    Map<String, String> has = metric.tags();
    return name.equals(metric.name())
        && group.equals(metric.group())
        && has.keySet().containsAll(tags)
        // The totals of a client would count what its topics count again.
        && has.containsKey("topic") == tags.contains("topic")
        && !has.getOrDefault("client-id", "").endsWith(RESTORE);
  }
}
