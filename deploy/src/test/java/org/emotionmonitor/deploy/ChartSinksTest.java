package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.SinksConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that sends alerts on. */
class ChartSinksTest {

  private static final String NAME = "emotion-monitor-sinks";

  @TempDir Path temp;

  @Test
  void shouldTellTheProgramItsReceiversAndKeepSecretsOutOfTheFile() throws Exception {
    List<JsonNode> resources = Chart.render("everything");
    String settings =
        Chart.only(resources, "ConfigMap", "emotion-monitor").at("/data/config.yaml").asText();
    Path file = Files.writeString(temp.resolve("config.yaml"), settings);
    Map<String, String> env = new HashMap<>();
    JsonNode container =
        Chart.only(resources, "Deployment", NAME).at("/spec/template/spec/containers/0");
    for (JsonNode variable : container.path("env")) {
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      env.put(
          variable.path("name").asText(),
          variable
              .path("value")
              .asText(
                  "key-%s-of-%s"
                      .formatted(secret.path("key").asText(), secret.path("name").asText())));
    }

    SinksConfig sinks = Config.load(List.of(file), env, List.of()).sinks();

    assertThat(sinks.webhook().url()).hasToString("https://hooks.example.com:8443/alerts");
    assertThat(sinks.webhook().secret()).isEqualTo("key-secret-of-hooks");
    assertThat(sinks.alertmanager().urls()).hasSize(2);
    assertThat(sinks.alertmanager().token()).isEqualTo("key-token-of-alertmanager");
    assertThat(settings).doesNotContain("hooks\n").doesNotContain("token").doesNotContain("secret");
    assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(sinks.managementPort());
  }

  @Test
  void shouldLetItReachKafkaAndItsReceiversAlone() throws Exception {
    JsonNode policy = Chart.only(Chart.render("everything"), "NetworkPolicy", NAME);

    assertThat(policy.at("/spec/egress").findValuesAsText("port"))
        .containsExactlyInAnyOrder("53", "53", "9092", "9093", "9093", "8443");
    assertThat(policy.at("/spec/ingress").findValuesAsText("port")).containsExactly("management");
    JsonNode own =
        Chart.only(
            Chart.render("everything", Map.of("networkPolicy.sinkPorts[0]", "9999")),
            "NetworkPolicy",
            NAME);
    assertThat(own.at("/spec/egress").findValuesAsText("port"))
        .containsExactlyInAnyOrder("53", "53", "9092", "9093", "9999");
  }

  @Test
  void shouldBeWatchedAndKeptUpLikeTheOthers() throws Exception {
    List<JsonNode> resources = Chart.render("large");

    JsonNode pod = Chart.only(resources, "Deployment", NAME).at("/spec/template/metadata/labels");
    JsonNode budget = Chart.only(resources, "PodDisruptionBudget", NAME);
    JsonNode service = Chart.only(resources, "Service", NAME);
    assertThat(budget.at("/spec/selector/matchLabels").properties()).isSubsetOf(pod.properties());
    assertThat(service.at("/spec/selector").properties()).isSubsetOf(pod.properties());
    assertThat(service.at("/spec/ports/0/name").asText()).isEqualTo("management");
    assertThat(
            Chart.only(resources, "ServiceMonitor", "emotion-monitor")
                .at("/spec/selector/matchLabels")
                .properties())
        .isSubsetOf(service.at("/metadata/labels").properties());
  }

  @Test
  void shouldNotBeThereUnlessItIsAskedFor() throws Exception {
    assertThat(Chart.render("small").toString()).doesNotContain(NAME);
  }

  @Test
  void shouldRefuseSinksWithoutAReceiverAndAddressesWithAPassword() {
    assertThatThrownBy(() -> Chart.render("small", Map.of("sinks.enabled", "true")))
        .hasMessageContaining("sinks.webhook.url");
    assertThatThrownBy(
            () -> Chart.render("small", Map.of("sinks.webhook.url", "https://a:b@example.com")))
        .hasMessageContaining("url");
  }
}
