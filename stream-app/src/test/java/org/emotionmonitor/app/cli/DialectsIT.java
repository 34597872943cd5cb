package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.StreamService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two calls at once in each dialect, over Kafka and the shipped model: what comes back of each is
 * what {@code score} says of its audio alone.
 */
@Timeout(300)
final class DialectsIT {
  private static final Duration SOON = Duration.ofMinutes(2);

  /** The gateway rounds to four digits. */
  private static final double TOLERANCE = 6e-5;

  @TempDir static Path temp;
  private static final List<AutoCloseable> PARTS = new ArrayList<>();
  private static SpokenFile first;
  private static SpokenFile second;
  private static StreamSocket watcher;
  private static DialectCaller caller;

  @BeforeAll
  static void start() throws Exception {
    first = SpokenFile.of(temp, 0);
    second = SpokenFile.of(temp, 1);
    assertThat(first.expected()).hasSizeGreaterThan(6).isNotEqualTo(second.expected());
    EmbeddedBroker broker = keep(EmbeddedBroker.start(null, 0));
    Config config =
        Config.load(
            List.of(),
            Map.of(),
            List.of(
                "kafka.bootstrap.servers=" + broker.bootstrap(),
                "topics.partitions=2",
                // Every window, however slow this machine is.
                "stream.maxLagSeconds=0",
                "gateway.port=0"));
    Metrics metrics = Metrics.isolated();
    Startup.checkCluster(config);
    ScoringService scoring = keep(ScoringOpener.open(config, metrics));
    StreamService stream = keep(Startup.stream(config, scoring, metrics));
    RunningGateway gateway = keep(Startup.gateway(config));
    assertThat(stream.awaitReady(SOON)).isTrue();
    watcher = keep(new StreamSocket(gateway.port()));
    caller = new DialectCaller(gateway.port());
  }

  @AfterAll
  static void stop() throws Exception {
    for (int i = PARTS.size() - 1; i >= 0; i--) {
      PARTS.get(i).close();
    }
  }

  @Test
  void shouldEstimateTwoRawCallsAtOnce() {
    atOnce(
        () -> caller.raw("raw-1", first.pcmu()).closeCode(),
        () -> caller.raw("raw-2", second.pcmu()).closeCode());

    comesBack("raw-1", first);
    comesBack("raw-2", second);
  }

  @Test
  void shouldEstimateTwoTwilioStreamsOutOfOrderOneInSnakeCase() {
    atOnce(
        () -> assertThat(caller.twilio("twilio-1", first.pcmu()).closeCode()).isEqualTo(1000),
        () -> assertThat(caller.snake("twilio-2", second.pcmu()).closeCode()).isEqualTo(1000));

    comesBack("twilio-1", first);
    comesBack("twilio-2", second);
  }

  @Test
  void shouldEstimateTheExternalChannelOfTwoAudioHookSessions() {
    atOnce(
        () -> assertThat(sentBack(caller.audioHook("hook-1", first, second))).isEqualTo("hook-1"),
        () -> assertThat(sentBack(caller.audioHook("hook-2", second, first))).isEqualTo("hook-2"));

    comesBack("hook-1", first);
    comesBack("hook-2", second);
    assertThat(watcher.windows()).noneMatch(w -> w.path("legId").asText().equals("agent"));
  }

  @Test
  void shouldAnswerTwoVoskClientsWithTheirOwnWindows() {
    atOnce(
        () -> compare(caller.vosk("vosk-1", first.s16le()), first),
        () -> compare(caller.vosk("vosk-2", second.s16le()), second));

    comesBack("vosk-1", first);
    comesBack("vosk-2", second);
  }

  /** The call of the window that an AudioHook client is told of. */
  private static String sentBack(TestClient client) throws InterruptedException {
    return client.next("event").at("/parameters/entities/0/data/callId").asText();
  }

  /** What a watcher is told of the call is what is expected of {@code file}. */
  private static void comesBack(String call, SpokenFile file) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(points(call).keySet()).isEqualTo(file.expected().keySet()));
    compare(points(call), file);
  }

  private static void compare(Map<Long, JsonNode> points, SpokenFile file) {
    assertThat(points.keySet()).isEqualTo(file.expected().keySet());
    points.forEach(
        (endMs, point) -> {
          JsonNode expected = file.expected().get(endMs);
          assertThat(point.path("abstained").asText())
              .isEqualTo(expected.path("abstained").asText());
          for (Map.Entry<String, JsonNode> p : expected.path("probabilities").properties()) {
            assertThat(point.at("/emotion/probabilities/" + p.getKey()).asDouble())
                .as("%s at %d ms", p.getKey(), endMs)
                .isCloseTo(p.getValue().asDouble(), within(TOLERANCE));
          }
        });
  }

  /** The complete points that were pushed of a call, by the end of their window. */
  private static Map<Long, JsonNode> points(String call) {
    Map<Long, JsonNode> points = new TreeMap<>();
    for (JsonNode window : watcher.windows()) {
      JsonNode point = window.path("point");
      if (window.path("callId").asText().equals(call) && !point.path("emotion").isMissingNode()) {
        points.put(point.at("/window/endMs").asLong(), point);
      }
    }
    return points;
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void atOnce(Step one, Step other) {
    CompletableFuture<Void> running = CompletableFuture.runAsync(() -> run(one));
    run(other);
    running.join();
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T extends AutoCloseable> T keep(T part) {
    PARTS.add(part);
    return part;
  }
}
