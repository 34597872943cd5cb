package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the legs; when one is stopped, the other goes on with all of them. */
class TakeoverTest {

  private static final int LEGS = 8;
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final List<Chunk> CHUNKS = TestLeg.speech(9.6);

  @TempDir Path folder;

  private final Map<String, List<Long>> windows = new TreeMap<>();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private Config config;
  private KafkaProducer<byte[], byte[]> producer;

  @Test
  void shouldPublishEveryWindowOnceWhenAnInstanceIsStoppedInMidCall() throws Exception {
    Metrics firstMetrics = Metrics.isolated();
    Metrics secondMetrics = Metrics.isolated();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        ScoringService firstScoring = TestScoring.create(firstMetrics);
        ScoringService secondScoring = TestScoring.create(secondMetrics)) {
      config = config(broker);
      new TopicAdmin(config).createMissing();
      Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrap());
      try (KafkaProducer<byte[], byte[]> sender =
              new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
          KafkaConsumer<String, EmotionEvent> reader = EmotionReader.of(config);
          StreamService second = new StreamService(config, secondScoring, secondMetrics)) {
        producer = sender;
        try (StreamService first = new StreamService(config, firstScoring, firstMetrics)) {
          first.start();
          second.start();
          assertThat(first.awaitReady(SOON)).isTrue();
          assertThat(second.awaitReady(SOON)).isTrue();
          startAll();
          mediaAll(CHUNKS.subList(0, 47));
          readUntil(reader, 4);
          assertThat(live(firstMetrics)).isPositive();
          assertThat(live(secondMetrics)).isPositive();
          assertThat(live(firstMetrics) + live(secondMetrics)).isEqualTo(LEGS);
        }
        mediaAll(CHUNKS.subList(47, CHUNKS.size()));
        readUntil(reader, 9);
        assertThat(live(secondMetrics)).isEqualTo(LEGS);
        stopAll();
        readUntil(reader, 10);
      }
    }

    assertThat(windows).hasSize(LEGS);
    assertThat(windows.values())
        .allSatisfy(
            ends ->
                assertThat(ends)
                    .containsExactly(
                        1512L, 2509L, 3507L, 4505L, 5503L, 6500L, 7498L, 8496L, 9493L, 9593L));
  }

  private static double live(Metrics metrics) {
    return metrics.registry().getSampleValue("emotion_monitor_live_legs");
  }

  private static Config config(EmbeddedBroker broker) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "kafka.bootstrap.servers=" + broker.bootstrap(),
            "topics.partitions=4",
            "stream.applicationId=takeover"));
  }

  /** Reads until every leg has {@code count} windows. */
  private void readUntil(KafkaConsumer<String, EmotionEvent> reader, int count) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!(windows.size() == LEGS && windows.values().stream().allMatch(w -> w.size() >= count))
        && System.nanoTime() < end) {
      reader
          .poll(Duration.ofMillis(100))
          .forEach(
              event ->
                  windows
                      .computeIfAbsent(event.key(), key -> new ArrayList<>())
                      .add(event.value().head().window().endMs()));
    }
  }

  private void startAll() {
    IntStream.range(0, LEGS)
        .mapToObj(TakeoverTest::key)
        .forEach(
            key -> send(key, AudioHeaders.start(), Json.bytes(TestLeg.start(key, Role.CUSTOMER))));
  }

  private void mediaAll(List<Chunk> chunks) throws Exception {
    for (Chunk chunk : chunks) {
      for (int leg = 0; leg < LEGS; leg++) {
        send(key(leg), AudioHeaders.media(chunk.seq()), chunk.audio());
      }
    }
    flush();
  }

  private void stopAll() throws Exception {
    for (int leg = 0; leg < LEGS; leg++) {
      send(key(leg), AudioHeaders.stop(), "{}".getBytes(UTF_8));
    }
    flush();
  }

  /** Waits until everything is on the topic. */
  private void flush() throws Exception {
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    sent.clear();
  }

  private void send(String key, Headers headers, byte[] value) {
    sent.add(
        producer.send(
            new ProducerRecord<>(
                config.topicNames().audio(), null, key.getBytes(UTF_8), value, headers)));
  }

  private static String key(int leg) {
    return "call" + leg + "/in";
  }
}
