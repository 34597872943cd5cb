package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.ingest.live.LiveLimits;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that goes away under a live leg, and comes back or does not. */
@Timeout(240)
class BrokerOutageIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int SECOND = 8_000;

  @TempDir Path temp;
  private EmbeddedBroker broker;
  private Config config;
  private int brokerPort;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(temp.resolve("broker"), 0);
    brokerPort =
        Integer.parseInt(broker.bootstrap().substring(broker.bootstrap().indexOf(':') + 1));
    config =
        Config.load(
            List.of(),
            Map.of(),
            List.of("kafka.bootstrap.servers=" + broker.bootstrap(), "topics.partitions=2"));
    new TopicAdmin(config).createMissing();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldLoseNothingInAnOutageThatIsShorterThanTheBuffer() throws Exception {
    byte[] audio = new byte[6 * SECOND];
    new Random(1).nextBytes(audio);
    try (LiveIngest ingest = ingest(Duration.ofSeconds(60))) {
      try (GatewayService service = gateway(ingest)) {
        TestClient client = begin(service.start());
        send(client, audio, 0, 2);
        Awaitility.await().atMost(SOON).until(() -> ingest.bufferedBytes() == 0);
        broker.close();
        send(client, audio, 2, 6);
        Awaitility.await().atMost(SOON).until(() -> ingest.bufferedBytes() > 3 * SECOND);

        broker = EmbeddedBroker.start(temp.resolve("broker"), brokerPort);
        client.send("{\"type\":\"stop\"}");

        assertThat(client.next("stopped", SOON).path("audioMs").asLong()).isEqualTo(6_000);
      }
    }
    List<ConsumerRecord<String, byte[]>> records = written();
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    List<Long> seqs = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> media : records.subList(1, records.size() - 1)) {
      seqs.add(
          ByteBuffer.wrap(media.headers().lastHeader(AudioRecord.SEQ_HEADER).value()).getLong());
      arrived.writeBytes(media.value());
    }
    assertThat(type(records.get(0))).isEqualTo("start");
    assertThat(seqs).hasSize(60).isSorted().doesNotHaveDuplicates();
    assertThat(arrived.toByteArray()).isEqualTo(audio);
    assertThat(type(records.get(records.size() - 1))).isEqualTo("stop");
  }

  @Test
  void shouldTellTheClientOfAnOutageThatIsLongerThanTheBuffer() throws Exception {
    try (LiveIngest ingest = ingest(Duration.ofSeconds(2));
        GatewayService service = gateway(ingest)) {
      int port = service.start();
      TestClient client = begin(port);
      send(client, new byte[SECOND], 0, 1);
      Awaitility.await().atMost(SOON).until(() -> ingest.bufferedBytes() == 0);
      broker.close();
      send(client, new byte[4 * SECOND], 0, 4);

      assertThat(client.next("error", SOON).path("code").asText()).isEqualTo("broker_unavailable");
      assertThat(client.closeCode()).isEqualTo(1013);

      // The gateway itself goes on: once Kafka is back, the same leg can come again.
      broker = EmbeddedBroker.start(temp.resolve("broker"), brokerPort);
      TestClient again = begin(port);
      again.send("{\"type\":\"stop\"}");
      again.next("stopped", SOON);
    }
  }

  private LiveIngest ingest(Duration outage) {
    LiveLimits limits = new LiveLimits(100, Duration.ofSeconds(10), outage, 1_000_000, 10);
    return LiveIngest.connect(
        config.kafka(), config.topicNames().audio(), limits, Clock.systemUTC());
  }

  private static GatewayService gateway(LiveIngest ingest) {
    IngestOptions d = IngestOptions.defaults();
    IngestOptions options =
        new IngestOptions(
            ingest.limits(),
            d.maxConnections(),
            d.maxMessageBytes(),
            d.audioHook(),
            d.startWithin(),
            SOON);
    return new GatewayService(
        GatewayOptions.loopback(0).withIngest(options),
        new ManualFeed(),
        ingest,
        (alert, by, note) -> Future.succeededFuture(),
        Clock.systemUTC());
  }

  private static TestClient begin(int port) throws Exception {
    TestClient client = TestClient.connectTo(port, "/v1/ingest/raw", null);
    client.send(
        "{\"type\":\"start\",\"callId\":\"c1\",\"role\":\"customer\",\"encoding\":\"pcmu\","
            + "\"sampleRate\":8000}");
    client.next("started");
    return client;
  }

  /** Sends the audio between two seconds of it. */
  private static void send(TestClient client, byte[] audio, int from, int to) {
    for (int at = from * SECOND; at < to * SECOND; at += SECOND / 2) {
      client.send(java.util.Arrays.copyOfRange(audio, at, at + SECOND / 2));
    }
  }

  /** What is on the audio topic, from the start to the stop of its one leg. */
  private List<ConsumerRecord<String, byte[]>> written() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(config.topicNames().audio()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Awaitility.await()
          .atMost(SOON)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.stream().anyMatch(r -> type(r).equals("stop"));
              });
    }
    return records;
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    return new String(
        record.headers().lastHeader(AudioRecord.TYPE_HEADER).value(), StandardCharsets.UTF_8);
  }
}
