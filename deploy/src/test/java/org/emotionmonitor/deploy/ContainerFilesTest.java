package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a linter does not know of our container files, and the compose file against its parts. */
class ContainerFilesTest {

  private static final Path COMPOSE = Path.of("compose", "compose.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"Containerfile", "Containerfile.cuda"})
  void shouldRunWithoutRightsAndWithoutAShell(String name) throws IOException {
    String file = Files.readString(Path.of("image", name));
    String last = file.substring(file.lastIndexOf("\nFROM "));

    assertThat(last).contains("\nUSER 65532:65532\n").doesNotContain("\nRUN ");
    assertThat(last).containsPattern("(?m)^ENTRYPOINT \\[").containsPattern("(?m)^CMD \\[");
    // The program, which changes with every release, is the last layer.
    List<String> copies = last.lines().filter(line -> line.startsWith("COPY")).toList();
    assertThat(copies.get(copies.size() - 1)).endsWith("/lib/program");
    assertThat(Pattern.compile("(?m)^FROM (\\S+)").matcher(file).results().map(m -> m.group(1)))
        .allMatch(image -> image.equals("scratch") || version(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Containerfile", "Containerfile.cuda"})
  void shouldCopyOnlyWhatTheIgnoreFileLetsThrough(String name) throws IOException {
    Set<String> allowed = new TreeSet<>();
    Files.readAllLines(Path.of("..", ".dockerignore")).stream()
        .filter(line -> line.startsWith("!"))
        .forEach(line -> allowed.add(line.substring(1)));

    assertThat(allowed).contains("pom.xml", "mvnw", ".mvn", "src", "onnx", "deploy");
    String assembly = Files.readString(Path.of("assemble.sh"));
    Pattern.compile("\\$source/([A-Za-z0-9.-]+)")
        .matcher(assembly)
        .results()
        .forEach(match -> assertThat(allowed).as(name).contains(match.group(1)));
    // Maven reads the poms of all modules.
    for (MatchResult module :
        Pattern.compile("<module>(.*)</module>")
            .matcher(Files.readString(Path.of("..", "pom.xml")))
            .results()
            .toList()) {
      assertThat(allowed).containsAnyOf(module.group(1), module.group(1) + "/pom.xml");
    }
  }

  @Test
  void shouldComposeOnlyWhatThereIs() throws IOException {
    JsonNode compose = compose();
    JsonNode services = compose.path("services");
    List<String> problems = new ArrayList<>();
    services
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              JsonNode service = entry.getValue();
              String image = service.path("image").asText();
              if (!image.startsWith("emotion-monitor:") && !version(image)) {
                problems.add(name + ": image without a version: " + image);
              }
              service
                  .path("depends_on")
                  .fieldNames()
                  .forEachRemaining(
                      other -> {
                        if (!services.has(other)) {
                          problems.add(name + ": depends on " + other + ", which there is not");
                        }
                      });
              for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":", -1)[0];
                boolean exists =
                    source.startsWith(".")
                        ? Files.exists(Path.of("compose").resolve(source))
                        : compose.path("volumes").has(source);
                if (!exists) {
                  problems.add(name + ": no volume " + source);
                }
              }
              for (JsonNode port : service.path("ports")) {
                if (!port.asText().startsWith("127.0.0.1:")) {
                  problems.add(name + ": port open to the network: " + port.asText());
                }
              }
            });

    assertThat(problems).isEmpty();
    assertThat(services.path("calls").path("command").toString()).contains("replay");
  }

  @Test
  void shouldScrapeServicesThatAreComposed() throws IOException {
    JsonNode services = compose().path("services");
    JsonNode prometheus = Chart.read(Path.of("prometheus", "prometheus.yml"));

    List<String> hosts =
        prometheus.findValues("targets").stream()
            .flatMap(
                targets ->
                    Stream.of(targets.toString().replaceAll("[\\[\\]\"]", "").split(",", -1)))
            .map(target -> target.split(":", -1)[0])
            .toList();
    assertThat(hosts).contains("stream-1", "stream-2", "gateway", "alertmanager");
    assertThat(hosts).allMatch(services::has);
  }

  /** Has a tag other than latest. */
  private static boolean version(String image) {
    return image.matches("[a-z0-9./-]+:[a-zA-Z0-9._-]+") && !image.endsWith(":latest");
  }

  /** With its anchors merged, which Jackson's reader does not do. */
  private static JsonNode compose() throws IOException {
    Object merged =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE));
    return new ObjectMapper().valueToTree(merged);
  }
}
