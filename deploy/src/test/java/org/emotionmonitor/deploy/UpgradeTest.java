package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to an installation when the chart or its values change. */
class UpgradeTest {

  private static final Path FROZEN =
      Path.of("src", "test", "resources", "org", "emotionmonitor", "deploy", "immutable.yaml");

  static List<String> sets() {
    return List.of("small", "large", "gpu");
  }

  /** Kubernetes refuses to change these: an upgrade would fail until somebody deletes the set. */
  @ParameterizedTest
  @MethodSource("sets")
  void shouldLeaveTheFieldsAsTheyWereThatKubernetesRefusesToChange(String set) throws Exception {
    List<JsonNode> resources = Chart.render(set);
    JsonNode stream = Chart.only(resources, "StatefulSet", "emotion-monitor-stream");
    JsonNode gateway = Chart.only(resources, "Deployment", "emotion-monitor-gateway");
    ObjectNode found = ((ObjectNode) stream.path("spec")).deepCopy();
    found.retain("serviceName", "podManagementPolicy", "selector", "volumeClaimTemplates");
    found.set("gatewaySelector", gateway.at("/spec/selector"));

    assertThat(found).isEqualTo(Chart.read(FROZEN).path(set));
  }

  @Test
  void shouldRestartPodsWhenASettingChanges() throws Exception {
    List<JsonNode> before = Chart.render("small");
    List<JsonNode> after = Chart.render("small", Map.of("config.stream.hopSeconds", "2"));

    for (String kind : List.of("StatefulSet/stream", "Deployment/gateway")) {
      String[] words = kind.split("/", -1);
      String name = "emotion-monitor-" + words[1];
      String checksum = "/spec/template/metadata/annotations/checksum~1config";
      assertThat(Chart.only(after, words[0], name).at(checksum).asText())
          .hasSize(64)
          .isNotEqualTo(Chart.only(before, words[0], name).at(checksum).asText());
    }
  }

  @Test
  void shouldNotSetBackTheReplicasOfAnAutoscaler() throws Exception {
    JsonNode stream =
        Chart.only(
            Chart.render("small", Map.of("autoscaling.hpa.enabled", "true")),
            "StatefulSet",
            "emotion-monitor-stream");

    assertThat(stream.at("/spec/replicas").isMissingNode()).isTrue();
  }
}
