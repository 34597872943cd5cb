package org.emotionmonitor.app.metrics;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The metrics as a table in Markdown. */
public final class MetricsTable {

  /** Labels whose values depend on the installation. */
  private static final Set<String> OPEN =
      Set.of("java", "name", "partition", "sha256", "topic", "version");

  private MetricsTable() {}

  /** A table of the metrics of this program. */
  public static String ours(Collection<MetricFamily> families) {
    return "| metric | type | unit | labels | meaning |\n|---|---|---|---|---|\n"
        + families.stream()
            .filter(family -> family.name().startsWith("emotion_monitor_"))
            .map(
                family ->
                    "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                            family.name(),
                            family.type(),
                            MetricConventions.unit(family.name()).orElse(""),
                            labels(family),
                            family.help()))
            .collect(Collectors.joining());
  }

  /** A table of the metrics of the JVM. */
  public static String jvm(Collection<MetricFamily> families) {
    return "| metric | type | unit | meaning |\n|---|---|---|---|\n"
        + families.stream()
            .filter(family -> !family.name().startsWith("emotion_monitor_"))
            .map(
                family ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            family.name(),
                            family.type(),
                            MetricConventions.jvmUnit(family.name()).orElse(""),
                            family.help()))
            .collect(Collectors.joining());
  }

  private static String labels(MetricFamily family) {
    return family.labels().entrySet().stream()
        .map(
            label ->
                "`%s`".formatted(label.getKey())
                    + (OPEN.contains(label.getKey()) || label.getValue().equals(Set.of(""))
                        ? ""
                        : ": " + String.join(", ", label.getValue())))
        .collect(Collectors.joining("; "));
  }
}
