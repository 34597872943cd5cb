package org.emotionmonitor.app.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A metric as it stands on a page in Prometheus' text format.
 *
 * @param name as written behind HELP
 * @param type counter, gauge, histogram, summary
 * @param help the text behind HELP
 * @param labels names of labels (but {@code le} and {@code quantile}), each with its values
 * @param series number of lines
 */
public record MetricFamily(
    String name, String type, String help, Map<String, Set<String>> labels, int[] series) {

  MetricFamily(String name, String type, String help) {
    this(name, type, help, new TreeMap<>(), new int[1]);
  }

  void add(Map<String, String> sample) {
    series[0]++;
    sample.forEach(
        (label, value) -> {
          if (!label.equals("le") && !label.equals("quantile")) {
            labels.computeIfAbsent(label, x -> new TreeSet<>()).add(value);
          }
        });
  }
}
