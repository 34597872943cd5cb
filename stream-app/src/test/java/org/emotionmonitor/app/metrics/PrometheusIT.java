package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.cli.DemoProcess;
import org.emotionmonitor.app.domain.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a running demo: rules and dashboards find their metrics. */
@Timeout(420)
class PrometheusIT {

  private static final Duration SOON = Duration.ofSeconds(200);
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Path RULES =
      DEPLOY.resolve("prometheus").resolve("emotion-monitor.rules.yaml");

  @TempDir Path temp;

  @Test
  void shouldAnswerEveryRuleAndEveryPanel() throws Exception {
    if (System.getProperty("prometheus", "").equals("required")) {
      assertThat(PrometheusProcess.isInstalled()).as("prometheus on the PATH").isTrue();
    }
    assumeTrue(PrometheusProcess.isInstalled(), "no prometheus on the PATH");
    try (DemoProcess demo = DemoProcess.withSinks(temp);
        PrometheusProcess prometheus = PrometheusProcess.start(temp, demo.target(), RULES)) {
      await(prometheus, "sum(rate(emotion_monitor_windows_total{result=\"scored\"}[30s])) > 0");
      await(prometheus, "emotion_monitor_gateway_up_to_date == 1");
      await(prometheus, "sum(rate(process_cpu_seconds_total[30s])) > 0");
      await(prometheus, "emotion_monitor:window_latency_seconds:p99_5m > 0");
      await(prometheus, "emotion_monitor:lag_seconds >= 0");

      SoftAssertions softly = new SoftAssertions();
      panels()
          .forEach((panel, query) -> softly.assertThat(problem(prometheus, panel, query)).isNull());
      rules(prometheus, softly);
      softly.assertAll();
    }
  }

  private static String problem(PrometheusProcess prometheus, String panel, String query) {
    try {
      return prometheus.query(query).isEmpty() ? panel + " has no data: " + query : null;
    } catch (IOException | InterruptedException | IllegalArgumentException e) {
      return panel + ": " + e;
    }
  }

  /** Prometheus itself evaluates the rules; every metric that they name must exist. */
  private static void rules(PrometheusProcess prometheus, SoftAssertions softly) throws Exception {
    Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                prometheus.get("/api/v1/rules").findValuesAsText("health").stream()
                    .noneMatch("unknown"::equals));
    List<JsonNode> rules = new ArrayList<>();
    prometheus
        .get("/api/v1/rules")
        .path("data")
        .path("groups")
        .forEach(group -> group.path("rules").forEach(rules::add));
    softly.assertThat(rules).hasSizeGreaterThan(25);
    for (JsonNode rule : rules) {
      softly.assertThat(rule.path("health").asText()).as(rule.toString()).isEqualTo("ok");
      for (String metric : metrics(rule.path("query").asText())) {
        softly
            .assertThat(prometheus.query("count(" + metric + ")"))
            .as("%s of rule %s", metric, rule.path("name").asText())
            .isNotEmpty();
      }
    }
  }

  private static List<String> metrics(String query) {
    return Stream.of(query.split("[^a-zA-Z0-9_:]+", -1))
        .filter(word -> word.matches("(emotion_monitor|jvm|process)_[a-z0-9_]+"))
        .distinct()
        .toList();
  }

  /** Every query of every dashboard, as Grafana would send it. */
  private static Map<String, String> panels() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana").resolve("dashboards"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode dashboard = Json.mapper().readTree(file.toFile());
        for (JsonNode panel : dashboard.path("panels")) {
          for (JsonNode target : panel.path("targets")) {
            queries.put(
                "%s: %s %s"
                    .formatted(
                        dashboard.path("title").asText(),
                        panel.path("title").asText(),
                        target.path("refId").asText()),
                target
                    .path("expr")
                    .asText()
                    .replace("$job", ".*")
                    .replace("$__rate_interval", "30s"));
          }
        }
      }
    }
    assertThat(queries).hasSizeGreaterThan(50);
    return queries;
  }

  private static void await(PrometheusProcess prometheus, String query) {
    Awaitility.await(query)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsMatching(e -> e instanceof IOException)
        .until(() -> !prometheus.query(query).isEmpty());
  }
}
