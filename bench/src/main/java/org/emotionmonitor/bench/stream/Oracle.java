package org.emotionmonitor.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotionmonitor.app.domain.Json;

/** The windows of an undisturbed run, by {@code score FILE} on the audio that a leg sent. */
final class Oracle {

  private static final Duration SCORE = Duration.ofMinutes(10);

  private final List<Set<Long>> ends = new ArrayList<>();

  /** Scores each variant of the audio. */
  Oracle(CallAudio audio, int seconds, Path folder, List<String> settings)
      throws IOException, InterruptedException {
    for (int variant = 0; variant < Load.VARIANTS; variant++) {
      Path file = folder.resolve("variant-%d.wav".formatted(variant));
      audio.write(variant, Load.VARIANTS, Load.bytes(seconds), file);
      ends.add(score(file, settings));
    }
  }

  private static Set<Long> score(Path file, List<String> settings)
      throws IOException, InterruptedException {
    Path log = file.resolveSibling(file.getFileName() + ".json");
    List<String> arguments = new ArrayList<>(List.of("score", "--json", file.toString()));
    settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    Program.start(log, List.of("-Xmx2g"), arguments).await(SCORE);
    Set<Long> ends = new TreeSet<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("{")) {
        JsonNode event = Json.mapper().readTree(line);
        if (event.path("kind").asText().equals("emotion")) {
          ends.add(event.path("window").path("endMs").asLong());
        }
      }
    }
    return ends;
  }

  /** Prints how the published windows compare; true if they are the oracle's, each once. */
  boolean verdict(Map<String, Map<Long, Integer>> counts, int legs) {
    int expected = 0;
    int missing = 0;
    int twice = 0;
    int unknown = 0;
    for (Map.Entry<String, Map<Long, Integer>> leg : counts.entrySet()) {
      Set<Long> due = ends.get(Load.variant(leg.getKey()));
      Map<Long, Integer> extra = new TreeMap<>(leg.getValue());
      for (long end : due) {
        Integer times = extra.remove(end);
        expected++;
        missing += times == null ? 1 : 0;
        twice += times != null && times > 1 ? 1 : 0;
      }
      unknown += extra.size();
    }
    boolean delivered =
        counts.size() == legs && missing == 0 && twice == 0 && unknown == 0 && expected > 0;
    System.out.printf(
        "%s: %d of %d legs, %d windows expected, %d missing, %d duplicate, %d unexpected%n",
        delivered ? "ALL-WINDOWS-DELIVERED" : "WINDOWS-DIFFER",
        counts.size(),
        legs,
        expected,
        missing,
        twice,
        unknown);
    return delivered;
  }
}
