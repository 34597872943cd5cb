package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.gateway.docs.Schemas;
import org.emotionmonitor.app.ingest.BundledCalls;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.StreamService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file, on all of the real parts, with the shipped model. */
@Timeout(180)
final class EndToEndIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final double TOLERANCE = 1e-5;

  /** The gateway rounds to four digits. */
  private static final double PUSHED = 5.1e-5;

  private static final Schemas SCHEMAS = new Schemas();

  @TempDir Path temp;

  @Test
  void shouldBringWhatScorePrintsOnTheTopicsAndToAWebSocketClient() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      Config config = config(broker);
      Metrics metrics = Metrics.isolated();
      Startup.checkCluster(config);
      Path file = BundledCalls.copyTo(temp).get(0).file();
      try (ScoringService scoring = ScoringOpener.open(config, metrics);
          StreamService stream = Startup.stream(config, scoring, metrics);
          RunningGateway gateway = Startup.gateway(config);
          StreamSocket client = new StreamSocket(gateway.port())) {
        assertThat(stream.awaitReady(SOON)).isTrue();

        Cli replay = Cli.run("replay", file, "--speed", "max", "--json", "-b", broker.bootstrap());
        Cli score = Cli.run("score", file, "--json");

        assertThat(replay.err()).isEmpty();
        assertThat(replay.code()).isZero();
        assertThat(Json.mapper().readTree(replay.out().get(0)).path("calls").asInt()).isEqualTo(1);
        compareTopics(config, score);
        comparePushed(client, events(score, "emotion"));
      }
    }
  }

  private static void compareTopics(Config config, Cli score) throws Exception {
    for (String kind : List.of("emotion", "rate", "volume")) {
      List<JsonNode> expected = events(score, kind);
      assertThat(expected).hasSizeGreaterThan(50);
      try (TopicLog log = new TopicLog(config.bootstrapServers(), "calls." + kind)) {
        List<JsonNode> live = log.until(read -> read.size() >= expected.size());
        assertThat(live).hasSameSizeAs(expected);
        String schema = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Event";
        for (int i = 0; i < live.size(); i++) {
          compareEvent(live.get(i), expected.get(i));
          assertThat(SCHEMAS.check("asyncapi.yaml", schema, live.get(i))).isEmpty();
        }
      }
    }
  }

  private static void compareEvent(JsonNode live, JsonNode expected) {
    for (String same :
        List.of("legId", "role", "window", "trigger", "label", "abstained", "quality", "model")) {
      assertThat(live.path(same)).as(same).isEqualTo(expected.path(same));
    }
    compareNumbers(live.path("probabilities"), expected.path("probabilities"), TOLERANCE);
    compareNumbers(
        live.at("/attention/weights"), expected.at("/attention/weights"), 10 * TOLERANCE);
    assertThat(live.path("confidence").asDouble())
        .isCloseTo(expected.path("confidence").asDouble(), within(TOLERANCE));
  }

  private static void comparePushed(StreamSocket client, List<JsonNode> expected) {
    Awaitility.await().atMost(SOON).until(() -> client.windows().size() >= expected.size());
    assertThat(client.windows()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode point = client.windows().get(i).path("point");
      assertThat(point.path("window")).isEqualTo(expected.get(i).path("window"));
      compareNumbers(
          point.at("/emotion/probabilities"), expected.get(i).path("probabilities"), PUSHED);
    }
  }

  private static void compareNumbers(JsonNode live, JsonNode expected, double tolerance) {
    assertThat(live.size()).isEqualTo(expected.size());
    List<JsonNode> a = new ArrayList<>();
    List<JsonNode> b = new ArrayList<>();
    live.forEach(a::add);
    expected.forEach(b::add);
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i).asDouble()).isCloseTo(b.get(i).asDouble(), within(tolerance));
    }
  }

  private static List<JsonNode> events(Cli score, String kind) throws Exception {
    assertThat(score.code()).isZero();
    List<JsonNode> events = new ArrayList<>();
    for (String line : score.out()) {
      JsonNode event = Json.mapper().readTree(line);
      if (event.path("kind").asText().equals(kind)) {
        events.add(event);
      }
    }
    return events;
  }

  private static Config config(EmbeddedBroker broker) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "kafka.bootstrap.servers=" + broker.bootstrap(),
            "topics.partitions=2",
            "gateway.port=0"));
  }
}
