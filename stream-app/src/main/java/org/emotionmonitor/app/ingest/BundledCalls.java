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

/** The calls that come with the program. */
public final class BundledCalls {

  private static final String FOLDER = "/org/emotionmonitor/app/demo/";
  private static final String INDEX = "calls.json";

  private BundledCalls() {}

  /**
   * Copies the calls that the index names to files.
   *
   * @param folder made if it does not exist; to be removed by the caller
   */
  public static List<DemoCall> copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<DemoCall> calls = new ArrayList<>();
    try (InputStream index = resource(INDEX)) {
      for (JsonNode entry : Json.mapper().readTree(index)) {
        calls.add(new DemoCall(copy(folder, entry.path("file").asText()), details(entry)));
      }
    }
    return calls;
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
