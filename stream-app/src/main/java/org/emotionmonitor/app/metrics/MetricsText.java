package org.emotionmonitor.app.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The metrics as text that Prometheus reads. */
final class MetricsText {

  private MetricsText() {}

  /** Writes all metrics of the registry in the format of that content type. */
  static String write(String contentType, CollectorRegistry registry) throws IOException {
    List<MetricFamilySamples> families = new ArrayList<>();
    for (MetricFamilySamples family : Collections.list(registry.metricFamilySamples())) {
      families.add(withoutCreated(family));
    }
    StringWriter text = new StringWriter();
    TextFormat.writeFormat(contentType, text, Collections.enumeration(families));
    return text.toString();
  }

  /** simpleclient adds the time of birth to every counter: series that nobody reads. */
  private static MetricFamilySamples withoutCreated(MetricFamilySamples family) {
    return new MetricFamilySamples(
        family.name,
        family.unit,
        family.type,
        family.help,
        family.samples.stream().filter(sample -> !sample.name.endsWith("_created")).toList());
  }
}
