package org.emotionmonitor.app.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Exports the chosen ones of the metrics that Kafka's clients keep anyway, when they are read. */
public final class KafkaCollector extends Collector {

  private final List<KafkaMetric> chosen;
  private final Supplier<? extends Map<MetricName, ? extends Metric>> source;

  private KafkaCollector(
      List<KafkaMetric> chosen, Supplier<? extends Map<MetricName, ? extends Metric>> source) {
    this.chosen = chosen;
    this.source = source;
  }

  /**
   * Metrics of Kafka Streams and all its clients.
   *
   * @param source such as {@code KafkaStreams::metrics}
   */
  public static KafkaCollector ofStreams(
      Supplier<? extends Map<MetricName, ? extends Metric>> source) {
    return new KafkaCollector(
        Stream.concat(KafkaMetricList.CLIENT.stream(), KafkaMetricList.STREAMS.stream()).toList(),
        source);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Map<MetricName, ? extends Metric> metrics = source.get();
    List<MetricFamilySamples> families = new ArrayList<>();
    for (KafkaMetric metric : chosen) {
      families.add(family(metric, metrics));
    }
    return families;
  }

  private static MetricFamilySamples family(
      KafkaMetric chosen, Map<MetricName, ? extends Metric> metrics) {
    Map<List<String>, Double> values = new LinkedHashMap<>();
    metrics.forEach(
        (name, metric) -> {
          if (chosen.matches(name)
              && metric.metricValue() instanceof Number number
              && Double.isFinite(number.doubleValue())) {
            List<String> labels = chosen.tags().stream().map(tag -> name.tags().get(tag)).toList();
            values.merge(
                labels, number.doubleValue() * chosen.scale(), chosen.merge()::applyAsDouble);
          }
        });
    String name = Names.PREFIX + chosen.exported();
    String sample = chosen.type() == Type.COUNTER ? name + "_total" : name;
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    values.forEach(
        (labels, value) -> {
          if (!isCopy(labels, values)) {
            samples.add(new MetricFamilySamples.Sample(sample, chosen.tags(), labels, value));
          }
        });
    if (samples.isEmpty() && chosen.tags().isEmpty()) {
      samples.add(new MetricFamilySamples.Sample(sample, List.of(), List.of(), 0));
    }
    return new MetricFamilySamples(name, chosen.type(), chosen.help(), samples);
  }

  /** Kafka reports a topic with dots twice, the second time with underscores. */
  private static boolean isCopy(List<String> labels, Map<List<String>, Double> values) {
    return values.keySet().stream()
        .anyMatch(
            other ->
                !other.equals(labels)
                    && other.stream()
                        .map(label -> label.replace('.', '_'))
                        .toList()
                        .equals(labels));
  }
}
