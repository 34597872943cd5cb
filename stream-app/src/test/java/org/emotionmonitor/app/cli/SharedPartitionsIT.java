package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.prometheus.client.Collector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the stream on one broker. */
@Timeout(240)
final class SharedPartitionsIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int RATE = 8_000;
  private static final int CALLS = 12;
  private static final double SECONDS = 30.2;

  /** One window for each second from 1.5 s on, and the last one at the end. */
  private static final int WINDOWS = 30;

  @TempDir Path temp;

  @Test
  void shouldShareTheLegsAndTakeThemOverWhenOneInstanceStops() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      Config config = config(broker);
      Startup.checkCluster(config);
      Metrics metricsA = Metrics.isolated();
      Metrics metricsB = Metrics.isolated();
      try (ScoringService scoringA = TestScoring.create(metricsA);
          ScoringService scoringB = TestScoring.create(metricsB);
          StreamService b = Startup.stream(config, scoringB, metricsB)) {
        CompletableFuture<Cli> replay;
        try (StreamService a = Startup.stream(config, scoringA, metricsA)) {
          assertThat(a.awaitReady(SOON)).isTrue();
          assertThat(b.awaitReady(SOON)).isTrue();
          replay = play(broker);
          Awaitility.await()
              .atMost(SOON)
              .until(() -> windows(metricsA) > CALLS && windows(metricsB) > CALLS);
        }

        assertThat(replay.join().code()).isZero();
        shouldHaveEveryWindowOnce(broker);
        assertThat(windows(metricsA)).isLessThan(CALLS * WINDOWS / 2.0);
        assertThat(windows(metricsA) + windows(metricsB))
            .isGreaterThanOrEqualTo((double) CALLS * WINDOWS);
      }
    }
  }

  private static void shouldHaveEveryWindowOnce(EmbeddedBroker broker) throws Exception {
    try (TopicLog log = new TopicLog(broker.bootstrap(), "calls.emotion")) {
      Map<String, List<Long>> ends = new TreeMap<>();
      for (JsonNode event : log.until(read -> read.size() >= CALLS * WINDOWS)) {
        ends.computeIfAbsent(event.path("callId").asText(), leg -> new ArrayList<>())
            .add(event.at("/window/endMs").asLong());
      }
      List<Long> first = ends.values().iterator().next();
      assertThat(first).hasSize(WINDOWS).isSorted().doesNotHaveDuplicates();
      assertThat(ends).hasSize(CALLS);
      assertThat(ends.values()).allSatisfy(leg -> assertThat(leg).isEqualTo(first));
    }
  }

  private CompletableFuture<Cli> play(EmbeddedBroker broker) throws IOException {
    byte[] bytes = TestVoice.speech(Encoding.F32LE, RATE, SECONDS);
    float[] voice = new float[bytes.length / Float.BYTES];
    Encoding.F32LE.decode(bytes, 0, bytes.length, voice, 0);
    Path file = WavFiles.write(temp.resolve("voice.wav"), RATE, voice);
    List<Object> words =
        new ArrayList<>(
            List.of("replay", "-b", broker.bootstrap(), "--speed", 3, "--parallel", CALLS));
    words.addAll(Collections.nCopies(CALLS, file));
    return CompletableFuture.supplyAsync(() -> Cli.run(words.toArray()));
  }

  private static double windows(Metrics metrics) {
    double sum = 0;
    for (Collector.MetricFamilySamples family :
        Collections.list(metrics.registry().metricFamilySamples())) {
      for (Collector.MetricFamilySamples.Sample sample : family.samples) {
        sum += sample.name.equals("emotion_monitor_windows_total") ? sample.value : 0;
      }
    }
    return sum;
  }

  private static Config config(EmbeddedBroker broker) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of("kafka.bootstrap.servers=" + broker.bootstrap(), "topics.partitions=6"));
  }
}
