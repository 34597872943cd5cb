package org.emotionmonitor.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart as Helm renders it. */
final class Chart {

  static final Path FOLDER = Path.of("..", "helm", "emotion-monitor");

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Values that use what the sets of the chart leave out. */
  private static final Path EVERYTHING =
      Path.of("src/test/resources/org/emotionmonitor/deploy/values-everything.yaml");

  private Chart() {}

  /** The value sets: those of the chart, and the test's own. */
  static List<String> sets() {
    return List.of("small", "large", "gpu", "everything");
  }

  static List<JsonNode> render(String set) throws IOException {
    return render(set, Map.of());
  }

  /** The resources of a value set, with some values on top. */
  static List<JsonNode> render(String set, Map<String, String> values) throws IOException {
    TemplateCommand template =
        new Helm(FOLDER)
            .template()
            .withName("emotion-monitor")
            .withNamespace("voice")
            .withKubeVersion("1.33.0");
    template.withValuesFile(
        set.equals("everything") ? EVERYTHING : FOLDER.resolve("values-" + set + ".yaml"));
    values.forEach(template::set);
    return parse(template.call());
  }

  static List<JsonNode> parse(String yaml) throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document.isObject()) {
          resources.add(document);
        }
      }
    }
    return resources;
  }

  static JsonNode read(Path file) throws IOException {
    return YAML.readTree(Files.readString(file));
  }

  static JsonNode only(List<JsonNode> resources, String kind, String name) {
    List<JsonNode> found =
        resources.stream()
            .filter(
                r ->
                    r.path("kind").asText().equals(kind)
                        && r.path("metadata").path("name").asText().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + kind + " " + name);
    }
    return found.get(0);
  }
}
