package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.CallSummary;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.RateEvent;
import org.emotionmonitor.app.domain.Serdes;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Topics;
import org.emotionmonitor.app.domain.VolumeEvent;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.Model;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;

/** The topology under Kafka's test driver; its stores outlive it, as changelogs would. */
final class CallsDriver implements AutoCloseable {

  private static final long SHORT_NANOS = 200_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  final Metrics metrics = Metrics.isolated();
  final ScoringService scoring;

  private final Topics topics = Topics.defaults();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> audio;
  private final List<LegSummary> legSummaries = new ArrayList<>();
  private final List<CallSummary> callSummaries = new ArrayList<>();

  CallsDriver() {
    this(Config.defaults(), new SharedStore("chunks"), new SharedStore("meta"));
  }

  CallsDriver(Config config, SharedStore chunks, SharedStore meta) {
    this(config, LevelActivity.factory(), chunks, meta);
  }

  CallsDriver(Config config, VoiceActivity.Factory voices, SharedStore chunks, SharedStore meta) {
    this(config, TestScoring.model(), voices, chunks, meta);
  }

  CallsDriver(
      Config config,
      Model model,
      VoiceActivity.Factory voices,
      SharedStore chunks,
      SharedStore meta) {
    scoring = TestScoring.create(model, metrics, voices);
    Topology topology =
        CallsTopology.build(
            config,
            scoring,
            metrics,
            name -> name.equals(chunks.name()) ? chunks : meta.sibling(name));
    Properties properties = new Properties();
    properties.put("application.id", "test");
    driver = new TopologyTestDriver(topology, properties, TestLeg.BEGIN);
    audio =
        driver.createInputTopic(
            topics.audio(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  void start(StartRecord start) {
    send(start.key().toString(), AudioHeaders.start(), Json.bytes(start), start.startedAt());
  }

  void media(String key, Chunk chunk) {
    Instant time = Instant.ofEpochMilli(chunk.capturedMs());
    send(key, AudioHeaders.media(chunk.seq()), chunk.audio(), time);
  }

  void media(String key, List<Chunk> chunks) {
    chunks.forEach(chunk -> media(key, chunk));
  }

  void stop(String key) {
    send(key, AudioHeaders.stop(), "{}".getBytes(UTF_8), TestLeg.BEGIN.plusSeconds(60));
  }

  void send(String key, Headers headers, byte[] value, Instant time) {
    audio.pipeInput(
        new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value, headers, time));
  }

  void sendRaw(byte[] key, Headers headers, byte[] value) {
    audio.pipeInput(new TestRecord<>(key, value, headers, TestLeg.BEGIN));
  }

  /** Time passes, until all windows that are due have been published. */
  void tick(Duration time) {
    // As a stream that gets to run: a second at a time.
    for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(SECOND)) {
      driver.advanceWallClockTime(left.compareTo(SECOND) < 0 ? left : SECOND);
    }
    while (metrics.registry().getSampleValue("emotion_monitor_oldest_due_window_seconds") > 0) {
      while (!scoring.idle()) {
        LockSupport.parkNanos(SHORT_NANOS);
      }
      driver.advanceWallClockTime(Config.defaults().stream().punctuate());
    }
  }

  /** Time passes in which the stream does not get to run; nobody waits for windows. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  List<TestRecord<String, EmotionEvent>> emotionRecords() {
    return driver
        .createOutputTopic(
            topics.emotion(),
            new StringDeserializer(),
            Serdes.json(EmotionEvent.class).deserializer())
        .readRecordsToList();
  }

  List<EmotionEvent> emotions() {
    return read(topics.emotion(), EmotionEvent.class);
  }

  List<RateEvent> rates() {
    return read(topics.rate(), RateEvent.class);
  }

  List<VolumeEvent> volumes() {
    return read(topics.volume(), VolumeEvent.class);
  }

  /** The legs' summaries at their begins and ends. */
  List<LegSummary> summaries() {
    return legSummaries().stream()
        .filter(leg -> leg.state() == LegState.ENDED || leg.audioMs() == 0)
        .toList();
  }

  /** All of the legs' summaries. */
  List<LegSummary> legSummaries() {
    summariesRead();
    List<LegSummary> read = List.copyOf(legSummaries);
    legSummaries.clear();
    return read;
  }

  /** The calls' summaries. */
  List<CallSummary> callSummaries() {
    summariesRead();
    List<CallSummary> read = List.copyOf(callSummaries);
    callSummaries.clear();
    return read;
  }

  private void summariesRead() {
    for (var record :
        driver
            .createOutputTopic(
                topics.summaries(), new StringDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList()) {
      if (record.key().contains("/")) {
        legSummaries.add(Json.read(record.value(), LegSummary.class));
      } else {
        callSummaries.add(Json.read(record.value(), CallSummary.class));
      }
    }
  }

  List<Alert> alerts() {
    return read(topics.alerts(), Alert.class);
  }

  /** Acknowledges an alert. */
  void act(String alertId, byte[] action) {
    driver
        .createInputTopic(topics.alertActions(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(alertId, action);
  }

  List<AuditRecord> audits() {
    return read(topics.audit(), AuditRecord.class);
  }

  List<TestRecord<byte[], byte[]>> rejected() {
    return driver
        .createOutputTopic(
            topics.rejected(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** Entries in a state store. */
  int entries(String store) {
    List<Object> keys = new ArrayList<>();
    try (var all = driver.getKeyValueStore(store).all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys.size();
  }

  private <T> List<T> read(String topic, Class<T> type) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), Serdes.json(type).deserializer())
        .readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
    scoring.close();
  }
}
