package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.sinks.Sinks;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics page of the sinks, and the document that describes it. */
class SinksPageTest {

  private static final String HINT =
      "docs/metrics.md is stale; write it anew with ./mvnw -pl stream-app -am test"
          + " -Dtest=SinksPageTest -Dmetrics.write -Dsurefire.failIfNoSpecifiedTests=false";

  @TempDir Path temp;

  @Test
  void shouldDescribeEveryMetricOfTheSinks() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("broker"), 0)) {
      Config config =
          Config.load(
              List.of(),
              Map.of(),
              List.of(
                  "kafka.bootstrap.servers=" + broker.bootstrap(),
                  "sinks.webhook.url=http://127.0.0.1:9/",
                  "sinks.webhook.secret=a secret of the tests",
                  "sinks.alertmanager.urls=http://127.0.0.1:9"));
      new TopicAdmin(config).createMissing();
      CollectorRegistry registry = new CollectorRegistry();
      Map<String, MetricFamily> page;
      try (Sinks sinks = Sinks.start(config, new SinkMetrics(registry))) {
        ServiceCollector.register(List.of(sinks), registry);
        page = MetricsPage.of(registry);
      }

      assertThat(MetricConventions.problems(page.values())).isEmpty();
      assertThat(page.values())
          .allSatisfy(family -> assertThat(family.series()[0]).as(family.name()).isPositive());
      GeneratedPart document = new GeneratedPart(Path.of("..", "docs", "metrics.md"), "sinks");
      if (System.getProperty("metrics.write") != null) {
        document.write(MetricsTable.ours(page.values()));
      }
      assertThat(document.read()).as(HINT).isEqualTo(MetricsTable.ours(page.values()));
    }
  }
}
