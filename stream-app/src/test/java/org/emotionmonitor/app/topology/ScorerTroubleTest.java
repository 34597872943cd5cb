package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ModelFiles;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.ScriptedModel;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.onnx.ModelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that fail and models that change, under a stream on a real broker. */
class ScorerTroubleTest {

  private static final Duration SOON = Duration.ofMinutes(4);
  private static final int WINDOWS = 12;
  private static final List<Chunk> CALL = TestLeg.speech(12.4);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static KafkaProducer<byte[], byte[]> producer;

  private final Metrics metrics = Metrics.isolated();
  private final List<EmotionEvent> events = new ArrayList<>();

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    broker.close();
  }

  @Test
  void shouldPauseAndLoseNothingWhenTheModelFailsForAWhile() throws Exception {
    Config config = config("failing.");
    ScriptedModel model = new ScriptedModel(TestScoring.model());
    try (ScoringService scoring = TestScoring.create(model, metrics, LevelActivity.factory());
        StreamService stream = new StreamService(config, scoring, metrics);
        KafkaConsumer<String, EmotionEvent> reader = EmotionReader.of(config)) {
      stream.start();
      assertThat(stream.awaitReady(SOON)).isTrue();
      send(config, AudioHeaders.start(), Json.bytes(TestLeg.start("call/in", Role.CUSTOMER)));
      media(config, CALL.subList(0, 50));
      read(reader, 4);

      model.failNext(Integer.MAX_VALUE);
      media(config, CALL.subList(50, 100));
      await().atMost(SOON).until(() -> !stream.ready());
      assertThat(stream.healthy()).isTrue();
      assertThat(stream.describe()).contains("the model does not answer");
      media(config, CALL.subList(100, CALL.size()));
      send(config, AudioHeaders.stop(), "{}".getBytes(UTF_8));
      int tried = model.batches().size();
      await().atMost(SOON).until(() -> model.batches().size() > tried + 1);
      assertThat(reader.poll(Duration.ofMillis(200))).isEmpty();

      model.failNext(0);
      read(reader, WINDOWS);
      await().atMost(SOON).until(stream::ready);
    }
    complete();
    assertThat(sample("emotion_monitor_scorer_errors_total")).isPositive();
  }

  @Test
  void shouldScoreEveryWindowOnceWhenTheModelsFileChanges() throws Exception {
    Path file = ModelFiles.write(folder.resolve("model.onnx"), 1);
    Config config =
        config(
            "changing.",
            "scoring.model=" + file,
            "scoring.reloadSeconds=1",
            "scoring.shadowModel=" + ModelFiles.write(folder.resolve("shadow.onnx"), 3),
            "speech.detector=level",
            "speech.minSpeechMs=500");
    try (ScoringService scoring = ScoringOpener.open(config, metrics);
        StreamService stream = new StreamService(config, scoring, metrics);
        KafkaConsumer<String, EmotionEvent> reader = EmotionReader.of(config)) {
      stream.start();
      send(config, AudioHeaders.start(), Json.bytes(TestLeg.start("call/in", Role.CUSTOMER)));
      media(config, CALL.subList(0, 40));
      read(reader, 3);

      ModelFiles.write(file, "no model".getBytes(UTF_8));
      await().atMost(SOON).until(() -> reloads("refused") == 1);
      media(config, CALL.subList(40, 80));
      read(reader, 7);
      assertThat(stream.ready()).isTrue();

      ModelFiles.write(file, 2);
      await().atMost(SOON).until(() -> scoring.model().version().equals("2"));
      media(config, CALL.subList(80, CALL.size()));
      send(config, AudioHeaders.stop(), "{}".getBytes(UTF_8));
      read(reader, WINDOWS);
      assertThat(reloads("loaded")).isEqualTo(1);
      assertThat(version("emotion_monitor_model_info", scoring)).isEqualTo(1);
      await()
          .atMost(SOON)
          .until(() -> sample("emotion_monitor_shadow_windows_total", "outcome", "compared") > 0);
    }
    complete();
    assertThat(events.subList(0, 7))
        .allSatisfy(event -> assertThat(event.head().model().version()).isEqualTo("1"));
    assertThat(events.subList(7, WINDOWS))
        .allSatisfy(event -> assertThat(event.head().model().version()).isEqualTo("2"));
  }

  @Test
  void shouldReadNothingWhenTheModelIsNoGoodAtTheStart() throws Exception {
    Path file = ModelFiles.write(folder.resolve("bad.onnx"), "no model".getBytes(UTF_8));
    Config config = config("bad.");
    send(config, AudioHeaders.start(), Json.bytes(TestLeg.start("call/in", Role.CUSTOMER)));
    media(config, CALL);
    send(config, AudioHeaders.stop(), "{}".getBytes(UTF_8));

    assertThatThrownBy(() -> ScoringOpener.open(config("bad.", "scoring.model=" + file), metrics))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(file.toString());

    Metrics good = Metrics.isolated();
    try (ScoringService scoring = TestScoring.create(good);
        StreamService stream = new StreamService(config, scoring, good);
        KafkaConsumer<String, EmotionEvent> reader = EmotionReader.of(config)) {
      stream.start();
      read(reader, WINDOWS);
    }
    complete();
  }

  /** All windows are there, once, in order. */
  private void complete() {
    assertThat(events)
        .extracting(event -> event.head().window().endMs())
        .hasSize(WINDOWS)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private double reloads(String outcome) {
    return metrics
        .registry()
        .getSampleValue(
            "emotion_monitor_model_reloads_total",
            new String[] {"model", "outcome"},
            new String[] {"live", outcome});
  }

  private double version(String metric, ScoringService scoring) {
    return metrics
        .registry()
        .getSampleValue(
            metric,
            new String[] {"name", "version", "sha256", "precision"},
            new String[] {"small", "2", scoring.model().sha256(), "fp32"});
  }

  private double sample(String name) {
    return metrics.registry().getSampleValue(name);
  }

  private double sample(String name, String label, String value) {
    return metrics.registry().getSampleValue(name, new String[] {label}, new String[] {value});
  }

  private static Config config(String prefix, String... sets) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "kafka.bootstrap.servers=" + broker.bootstrap(),
                "topics.prefix=" + prefix,
                "topics.partitions=1",
                "stream.applicationId=" + prefix + "app"));
    all.addAll(List.of(sets));
    Config config = Config.load(List.of(), Map.of(), all);
    new TopicAdmin(config).createMissing();
    return config;
  }

  private static void media(Config config, List<Chunk> chunks) throws Exception {
    for (Chunk chunk : chunks) {
      send(config, AudioHeaders.media(chunk.seq()), chunk.audio());
    }
  }

  private static void send(Config config, Headers headers, byte[] value) throws Exception {
    byte[] key = "call/in".getBytes(UTF_8);
    producer
        .send(new ProducerRecord<>(config.topicNames().audio(), null, key, value, headers))
        .get();
  }

  /** Reads until there are {@code count} events in all. */
  private void read(KafkaConsumer<String, EmotionEvent> reader, int count) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              reader.poll(Duration.ofMillis(100)).forEach(record -> events.add(record.value()));
              return events.size() >= count;
            });
  }
}
