package org.emotionmonitor.app.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Json;

/** The calls that come with the program, copied to a temporary folder for as long as they play. */
public final class BundledCalls implements AutoCloseable {

  private static final String FOLDER = "/org/emotionmonitor/app/demo/";
  private static final String INDEX = "calls.json";

  private final Path folder;
  private final List<DemoCall> calls;

  private BundledCalls(Path folder, List<DemoCall> calls) {
    this.folder = folder;
    this.calls = List.copyOf(calls);
  }

  /** Copies the calls that the index names. */
  public static BundledCalls open() throws IOException {
    Path folder = Files.createTempDirectory("emotion-monitor-demo-");
    List<DemoCall> calls = new ArrayList<>();
    BundledCalls bundle = new BundledCalls(folder, List.of());
    try (InputStream index = resource(INDEX)) {
      for (JsonNode entry : Json.mapper().readTree(index)) {
        calls.add(new DemoCall(copy(folder, entry.path("file").asText()), details(entry)));
      }
      return new BundledCalls(folder, calls);
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  public List<DemoCall> calls() {
    return calls;
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static Path copy(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream audio = resource(name)) {
      Files.copy(audio, file);
    }
    return file;
  }

  private static InputStream resource(String name) {
    InputStream in = BundledCalls.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("the program lacks its resource " + FOLDER + name);
    }
    return in;
  }

  private static CallDetails details(JsonNode entry) {
    Map<String, String> attributes = new LinkedHashMap<>();
    entry
        .path("attributes")
        .properties()
        .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
    return new CallDetails(
        entry.path("agentId").asText(null),
        entry.path("queue").asText(null),
        entry.path("language").asText(null),
        attributes);
  }
}
