package org.emotionmonitor.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The profile "restricted" of Kubernetes' Pod Security Standards, and a read-only root. */
final class PodSecurity {

  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private PodSecurity() {}

  /** What is not allowed; empty for a resource without pods. */
  static List<String> problems(JsonNode resource) {
    JsonNode pod =
        resource.path("kind").asText().equals("Pod")
            ? resource.path("spec")
            : resource.at("/spec/template/spec");
    List<String> problems = new ArrayList<>();
    if (pod.isMissingNode()) {
      return problems;
    }
    String name = resource.path("kind").asText() + " " + resource.at("/metadata/name").asText();
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      need(!pod.path(host).asBoolean(), name + ": " + host, problems);
    }
    JsonNode context = pod.path("securityContext");
    need(context.path("runAsNonRoot").asBoolean(), name + ": runAsNonRoot", problems);
    need(context.path("runAsUser").asInt() > 0, name + ": runAsUser", problems);
    need(
        context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
        name + ": seccompProfile",
        problems);
    need(
        !pod.path("automountServiceAccountToken").asBoolean(true),
        name + ": automountServiceAccountToken",
        problems);
    for (JsonNode volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              type ->
                  need(
                      type.equals("name") || VOLUMES.contains(type),
                      name + ": volume of type " + type,
                      problems));
    }
    for (String kind : List.of("containers", "initContainers", "ephemeralContainers")) {
      pod.path(kind).forEach(container -> container(name, container, problems));
    }
    return problems;
  }

  private static void container(String pod, JsonNode container, List<String> problems) {
    String name = pod + " " + container.path("name").asText();
    JsonNode context = container.path("securityContext");
    need(
        !context.path("allowPrivilegeEscalation").asBoolean(true),
        name + ": allowPrivilegeEscalation",
        problems);
    need(!context.path("privileged").asBoolean(), name + ": privileged", problems);
    need(
        context.path("readOnlyRootFilesystem").asBoolean(),
        name + ": readOnlyRootFilesystem",
        problems);
    need(
        context.at("/capabilities/drop/0").asText().equals("ALL")
            && context.at("/capabilities/add").isEmpty(),
        name + ": capabilities",
        problems);
    need(!container.at("/resources/limits/memory").isMissingNode(), name + ": memory", problems);
    for (JsonNode port : container.path("ports")) {
      need(port.path("hostPort").isMissingNode(), name + ": hostPort", problems);
    }
    String image = container.path("image").asText();
    need(
        image.contains(":") && !image.endsWith(":latest"),
        name + ": image without a version: " + image,
        problems);
  }

  private static void need(boolean good, String what, List<String> problems) {
    if (!good) {
      problems.add(what);
    }
  }
}
