package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

  static List<String> sets() {
    return Chart.sets();
  }

  @TempDir Path temp;

  @Test
  void shouldLintWithoutAWarning() {
    LintResult result = new Helm(Chart.FOLDER).lint().strict().quiet().call();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    assertThat(result.getMessages()).noneMatch(m -> m.contains("WARNING") || m.contains("ERROR"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void shouldHaveNoFieldThatKubernetesDoesNotKnow(String set) throws Exception {
    List<JsonNode> resources = Chart.render(set);

    assertThat(resources).hasSizeGreaterThan(8);
    for (JsonNode resource : resources) {
      StrictTypes.check(resource);
    }
  }

  @Test
  void shouldFindAFieldThatKubernetesDoesNotKnow() throws Exception {
    JsonNode stream = Chart.only(Chart.render("small"), "StatefulSet", "emotion-monitor-stream");
    ((ObjectNode) stream.at("/spec/template/spec/containers/0/securityContext"))
        .put("readonlyRootFilesystem", true);

    assertThatThrownBy(() -> StrictTypes.check(stream))
        .hasMessageContaining("readonlyRootFilesystem");
  }

  @ParameterizedTest
  @MethodSource("sets")
  void shouldPassPodSecurityRestricted(String set) throws Exception {
    for (JsonNode resource : Chart.render(set)) {
      assertThat(PodSecurity.problems(resource)).isEmpty();
    }
  }

  @Test
  void shouldFindAPodThatIsNotRestricted() throws Exception {
    JsonNode stream = Chart.only(Chart.render("small"), "StatefulSet", "emotion-monitor-stream");
    ((ObjectNode) stream.at("/spec/template/spec/containers/0")).remove("securityContext");
    ((ObjectNode) stream.at("/spec/template/spec")).put("hostNetwork", true);

    assertThat(PodSecurity.problems(stream)).hasSizeGreaterThanOrEqualTo(3);
  }

  /** The program reads what the chart writes; a setting that it does not know stops its start. */
  @ParameterizedTest
  @MethodSource("sets")
  void shouldWriteSettingsThatTheProgramTakes(String set) throws Exception {
    List<JsonNode> resources = Chart.render(set);
    JsonNode map = Chart.only(resources, "ConfigMap", "emotion-monitor");
    Path file = temp.resolve("config.yaml");
    Files.writeString(file, map.at("/data/config.yaml").asText());

    for (JsonNode workload : resources) {
      JsonNode container = workload.at("/spec/template/spec/containers/0");
      if (container.isMissingNode()) {
        continue;
      }
      Map<String, String> env = new HashMap<>();
      for (JsonNode variable : container.path("env")) {
        env.put(
            variable.path("name").asText(),
            variable.path("value").asText("0123456789abcdef0123456789abcdef"));
      }
      Config config = Config.load(List.of(file), env, List.of());
      assertThat(config.management().host()).isEqualTo("0.0.0.0");
      assertThat(config.stream().stateDir()).hasToString("/var/lib/emotion-monitor/state");
    }
  }

  @Test
  void shouldMakeTheTopicsThatTheProgramWouldMake() throws Exception {
    Map<String, Map<String, String>> expected = new HashMap<>();
    for (NewTopic topic : new TopicAdmin(Config.defaults()).topics()) {
      expected.put(topic.name(), topic.configs());
    }
    Map<String, Map<String, String>> found = new HashMap<>();
    for (JsonNode resource : Chart.render("large")) {
      if (resource.path("kind").asText().equals("KafkaTopic")) {
        Map<String, String> settings = new HashMap<>();
        resource
            .at("/spec/config")
            .properties()
            .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
        settings.remove("min.insync.replicas");
        found.put(resource.at("/metadata/name").asText(), settings);
      }
    }

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void shouldCarryTheRulesAndDashboardsOfTheDeployFolder() throws Exception {
    List<JsonNode> resources = Chart.render("large");

    assertThat(Chart.only(resources, "PrometheusRule", "emotion-monitor").path("spec"))
        .isEqualTo(Chart.read(Path.of("prometheus", "emotion-monitor.rules.yaml")));
    for (String name : List.of("calls", "instances", "model")) {
      String file = "emotion-monitor-" + name + ".json";
      assertThat(
              Chart.only(resources, "ConfigMap", "emotion-monitor-dashboard-" + name)
                  .path("data")
                  .path(file)
                  .asText()
                  .strip())
          .isEqualTo(Files.readString(Path.of("grafana", "dashboards", file)).strip());
    }
  }

  @Test
  void shouldPointRunbooksWhereTheOwnerSays() throws Exception {
    JsonNode rules =
        Chart.only(
            Chart.render(
                "large", Map.of("monitoring.prometheusRule.runbookBase", "https://wiki.example/")),
            "PrometheusRule",
            "emotion-monitor");

    assertThat(rules.findValuesAsText("runbook_url"))
        .isNotEmpty()
        .allMatch(url -> url.startsWith("https://wiki.example/docs/operations.md#"));
  }

  @Test
  void shouldRefuseValuesThatItDoesNotKnow() {
    assertThatThrownBy(() -> Chart.render("small", Map.of("stream.replica", "3")))
        .hasMessageContaining("replica");
    assertThatThrownBy(() -> Chart.render("small", Map.of("stream.replicas", "many")))
        .hasMessageContaining("replicas");
  }

  @Test
  void shouldRefuseWhatWouldBeUnsafeOrContradictory() {
    assertThatThrownBy(() -> Chart.render("small", Map.of("gateway.auth.existingSecret", "")))
        .hasMessageContaining("gateway.auth");
    assertThatThrownBy(() -> Chart.render("gpu", Map.of("image.cudaTag", "")))
        .hasMessageContaining("image.cudaTag");
    assertThatThrownBy(() -> Chart.render("everything", Map.of("autoscaling.keda.enabled", "true")))
        .hasMessageContaining("enable one");
    assertThatThrownBy(() -> Chart.render("small", Map.of("kafka.sasl.enabled", "true")))
        .hasMessageContaining("existingSecret");
    assertThatThrownBy(() -> Chart.render("small", Map.of("gateway.audiohook.apiKey", "key")))
        .hasMessageContaining("gateway.audiohook.existingSecret");
  }
}
