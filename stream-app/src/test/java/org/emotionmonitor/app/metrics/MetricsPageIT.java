package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.cli.DemoProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The metrics page of a running demo, and the document that describes it. */
@Timeout(240)
class MetricsPageIT {

  private static final Duration SOON = Duration.ofSeconds(150);
  private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
  private static final String HINT =
      "docs/metrics.md is stale; write it anew with ./mvnw -pl stream-app -am verify"
          + " -Dit.test=MetricsPageIT -Dmetrics.write -Dtest=NONE"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false";

  @TempDir Path temp;

  @Test
  void shouldDescribeEveryMetricOfARunningDemo() throws Exception {
    Map<String, MetricFamily> page;
    try (DemoProcess demo = DemoProcess.withSinks(temp)) {
      Awaitility.await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptionsMatching(e -> e instanceof java.io.IOException)
          .until(() -> isAtWork(demo.get("/metrics")));
      page = MetricsPage.parse(demo.get("/metrics"));
    }

    assertThat(MetricConventions.problems(page.values())).isEmpty();
    assertThat(page.values())
        .allSatisfy(family -> assertThat(family.series()[0]).as(family.name()).isPositive());
    GeneratedPart ours = new GeneratedPart(DOCUMENT, "metrics");
    GeneratedPart jvm = new GeneratedPart(DOCUMENT, "jvm");
    if (System.getProperty("metrics.write") != null) {
      ours.write(MetricsTable.ours(page.values()));
      jvm.write(MetricsTable.jvm(page.values()));
    }
    assertThat(ours.read()).as(HINT).isEqualTo(MetricsTable.ours(page.values()));
    // A metric of another JVM or collector may be missing here.
    assertThat(jvm.read().lines())
        .as(HINT)
        .containsAll(MetricsTable.jvm(page.values()).lines().toList());
  }

  /** Every metric is there once a window is scored and Kafka has told the lag. */
  private static boolean isAtWork(String page) {
    return page.contains("emotion_monitor_kafka_consumer_lag_records{")
        && page.lines()
            .anyMatch(
                line ->
                    line.startsWith("emotion_monitor_windows_total{result=\"scored\"")
                        && !line.endsWith(" 0.0"));
  }
}
