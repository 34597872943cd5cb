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
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.groups.Tuple;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker, with RocksDB and transactions. */
class StreamServiceTest {

  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Metrics metrics;
  private static ScoringService scoring;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    metrics = Metrics.isolated();
    scoring = TestScoring.create(metrics);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    scoring.close();
    broker.close();
  }

  @Test
  void shouldPublishTheEventsOfACallExactlyOnceWhenTheStreamIsRestartedInMidLeg() throws Exception {
    Config config = config("once.");
    assertThat(new TopicAdmin(config).createMissing())
        .containsExactlyInAnyOrderElementsOf(config.topicNames().all());
    assertThat(new TopicAdmin(config).createMissing()).isEmpty();
    StartRecord start = TestLeg.start("call/in", Role.CUSTOMER);
    List<Chunk> chunks = TestLeg.speech(12.4);

    List<EmotionEvent> events = new ArrayList<>();
    try (KafkaConsumer<String, EmotionEvent> reader = EmotionReader.of(config)) {
      try (StreamService first = new StreamService(config, scoring, metrics)) {
        first.start();
        send(config, AudioHeaders.start(), Json.bytes(start));
        for (Chunk chunk : chunks.subList(0, 77)) {
          send(config, AudioHeaders.media(chunk.seq()), chunk.audio());
        }
        assertThat(first.awaitReady(SOON)).isTrue();
        assertThat(first.healthy()).isTrue();
        read(reader, events, 7);
      }
      try (StreamService second = new StreamService(config, scoring, metrics)) {
        second.start();
        for (Chunk chunk : chunks.subList(77, chunks.size())) {
          send(config, AudioHeaders.media(chunk.seq()), chunk.audio());
        }
        send(config, AudioHeaders.stop(), "{}".getBytes(UTF_8));
        read(reader, events, 12);
      }
    }

    assertThat(events)
        .last()
        .satisfies(event -> assertThat(event.head().trigger()).isEqualTo(Trigger.LEG_ENDED));
    assertThat(events)
        .extracting(event -> event.head().window(), event -> event.judgement().label())
        .containsExactlyElementsOf(undisturbed(start, chunks));
  }

  @Test
  void shouldCloseQuicklyAndRemoveItsTemporaryState() throws Exception {
    Config config = config("quick.");
    new TopicAdmin(config).createMissing();
    StreamService service = new StreamService(config, scoring, metrics);
    service.start();
    assertThat(service.awaitReady(SOON)).isTrue();

    long begin = System.nanoTime();
    service.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    service.awaitEnd();
    assertThat(service.ready()).isFalse();
  }

  @Test
  void shouldAbortTheTransactionThatAKilledInstanceLeftOpen() throws Exception {
    Config config = config("orphan.");
    new TopicAdmin(config).createMissing();
    Map<String, Object> killed =
        Map.of(
            "bootstrap.servers", broker.bootstrap(),
            "transactional.id", "orphan.app-%s-1".formatted(UUID.randomUUID()),
            "transaction.timeout.ms", 600_000);
    try (KafkaProducer<byte[], byte[]> orphan =
            new KafkaProducer<>(killed, new ByteArraySerializer(), new ByteArraySerializer());
        StreamService service = new StreamService(config, scoring, metrics)) {
      orphan.initTransactions();
      orphan.beginTransaction();
      orphan.send(new ProducerRecord<>(config.topicNames().emotion(), new byte[1])).get();

      service.start();

      await().atMost(SOON).until(() -> openTransactions("orphan.").isEmpty());
      assertThatThrownBy(orphan::commitTransaction).isInstanceOf(KafkaException.class);
    }
  }

  private static List<String> openTransactions(String prefix) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return admin
          .listTransactions(
              new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
          .all()
          .get()
          .stream()
          .map(TransactionListing::transactionalId)
          .filter(id -> id.startsWith(prefix))
          .toList();
    }
  }

  @Test
  void shouldKeepTheConfiguredStateFolder() throws Exception {
    Path state = folder.resolve("state");
    Config config = config("kept.", "stream.stateDir=" + state);
    new TopicAdmin(config).createMissing();
    try (StreamService service = new StreamService(config, scoring, metrics)) {
      service.start();
      assertThat(service.awaitReady(SOON)).isTrue();
      assertThat(state.resolve("kept.app/unclean")).exists();
    }

    assertThat(state.resolve("kept.app/0_0")).isDirectory();
    assertThat(state.resolve("kept.app/unclean")).doesNotExist();
  }

  @Test
  void shouldNameTheServersWhenNoBrokerIsThere() {
    Config config =
        Config.load(
            List.of(),
            Map.of(),
            List.of("kafka.bootstrap.servers=127.0.0.1:1", "stream.checkTimeoutMs=500"));

    assertThatThrownBy(() -> new StreamService(config, scoring, metrics).start())
        .isInstanceOf(AppException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("kafka.bootstrap.servers");
  }

  @Test
  void shouldNameTheTopicsWhenTheyAreMissing() {
    Config config = config("missing.");

    assertThatThrownBy(() -> new StreamService(config, scoring, metrics).start())
        .isInstanceOf(AppException.class)
        .hasMessageContaining("missing.audio")
        .hasMessageContaining("topics create");
  }

  private static List<Tuple> undisturbed(StartRecord start, List<Chunk> chunks) {
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(start);
      calls.media("call/in", chunks);
      calls.stop("call/in");
      return calls.emotions().stream()
          .map(event -> Tuple.tuple(event.head().window(), event.judgement().label()))
          .toList();
    }
  }

  private static Config config(String prefix, String... sets) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "kafka.bootstrap.servers=" + broker.bootstrap(),
                "topics.prefix=" + prefix,
                "topics.partitions=2",
                "stream.applicationId=" + prefix + "app"));
    all.addAll(List.of(sets));
    return Config.load(List.of(), Map.of(), all);
  }

  private static void send(Config config, Headers headers, byte[] value) throws Exception {
    byte[] key = "call/in".getBytes(UTF_8);
    producer
        .send(new ProducerRecord<>(config.topicNames().audio(), null, key, value, headers))
        .get();
  }

  /** Reads until {@code count} events have come. */
  private static void read(
      KafkaConsumer<String, EmotionEvent> reader, List<EmotionEvent> events, int count) {
    long end = System.nanoTime() + SOON.toNanos();
    while (events.size() < count && System.nanoTime() < end) {
      reader.poll(Duration.ofMillis(100)).forEach(record -> events.add(record.value()));
    }
    assertThat(events).hasSizeGreaterThanOrEqualTo(count);
  }
}
