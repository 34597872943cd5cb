package org.emotionmonitor.app.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prometheus.client.CollectorRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.broker.CommittedRecords;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.metrics.SinkMetrics;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink between a real broker and a receiver that fails, hangs and lies. */
class SinksTest {

  private static final String SECRET = "a secret of the tests";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int CALLS = 25;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldDeliverEverythingOnceAndInOrderPerAlertHoweverBadTheReceiverIs() throws Exception {
    try (BadServer server = new BadServer(SECRET)) {
      Config config = config("bad.", server);
      List<Alert> sent = new ArrayList<>();
      for (int step = 0; step < 4; step++) {
        for (int n = 0; n < CALLS; n++) {
          sent.add(Alerts.life(n).get(step));
        }
      }
      send(config, sent);

      try (Sinks sinks = sinks(config)) {
        await().atMost(SOON).until(() -> server.taken().size() > CALLS);
        assertThat(sinks.healthy()).isTrue();
      }
      // Another one goes on where the first was stopped.
      try (Sinks sinks = sinks(config)) {
        await().atMost(SOON).until(() -> server.taken().size() == sent.size());
        server.badness(0);
        assertThat(sinks.names()).containsExactly("webhook");
      }

      assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(sent);
      for (int n = 0; n < CALLS; n++) {
        String id = Alerts.firing(n).alertId();
        assertThat(server.taken().stream().filter(alert -> alert.alertId().equals(id)))
            .extracting(Alert::state, Alert::escalated)
            .containsExactlyElementsOf(
                Stream.of(0, 1, 2, 3)
                    .map(step -> Alerts.life(0).get(step))
                    .map(a -> org.assertj.core.groups.Tuple.tuple(a.state(), a.escalated()))
                    .toList());
      }
      assertThat(server.badSignatures()).isZero();
      assertThat(server.redirected()).isZero();
      assertThat(server.requests()).isGreaterThan(sent.size());
      assertThat(undelivered(config)).isEmpty();
    }
  }

  @Test
  void shouldKeepWhatIsRefusedAsADeadLetterAndGoOn() throws Exception {
    try (BadServer server = new BadServer(SECRET)) {
      server.badness(0);
      Config config = config("refused.", server);
      Alert bad =
          Json.read(
              Json.text(Alerts.firing(1)).replace("c1", "c-bad").getBytes(UTF_8), Alert.class);
      send(config, List.of(bad, Alerts.firing(2)));
      try (KafkaProducer<String, byte[]> producer = producer()) {
        producer
            .send(new ProducerRecord<>(config.topicNames().alerts(), "junk", "{".getBytes(UTF_8)))
            .get();
        producer.send(new ProducerRecord<>(config.topicNames().alerts(), "erased", null)).get();
      }

      List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
      try (Sinks sinks = sinks(config)) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  letters.clear();
                  letters.addAll(undelivered(config));
                  return letters.size() == 2 && server.taken().size() == 1;
                });
        assertThat(sinks.ready()).isTrue();
      }

      assertThat(letters).extracting(ConsumerRecord::key).contains(bad.alertId(), "junk");
      ConsumerRecord<String, byte[]> refused =
          letters.stream().filter(r -> r.key().equals(bad.alertId())).findFirst().orElseThrow();
      assertThat(Json.read(refused.value(), Alert.class).state()).isEqualTo(AlertState.FIRING);
      assertThat(header(refused, "reason")).isEqualTo("HTTP 400");
      assertThat(header(refused, "sink")).isEqualTo("webhook");
      assertThat(header(refused, "attempts")).isEqualTo("1");
    }
  }

  private static Config config(String prefix, BadServer server) {
    Config config =
        Config.load(
            List.of(),
            Map.of(),
            List.of(
                "kafka.bootstrap.servers=" + broker.bootstrap(),
                "topics.prefix=" + prefix,
                "topics.partitions=3",
                "stream.applicationId=" + prefix + "app",
                "sinks.webhook.url=" + server.url(),
                "sinks.webhook.secret=" + SECRET,
                "sinks.webhook.timeoutMs=300",
                "sinks.attempts=200",
                "sinks.firstBackoffMs=5",
                "sinks.mostBackoffMs=50",
                "sinks.queue=20"));
    new TopicAdmin(config).createMissing();
    return config;
  }

  private static Sinks sinks(Config config) {
    return Sinks.start(config, new SinkMetrics(new CollectorRegistry()));
  }

  private static void send(Config config, List<Alert> alerts) throws Exception {
    try (KafkaProducer<String, byte[]> producer = producer()) {
      for (Alert alert : alerts) {
        producer
            .send(
                new ProducerRecord<>(
                    config.topicNames().alerts(), alert.alertId(), Json.bytes(alert)))
            .get();
      }
    }
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static List<ConsumerRecord<String, byte[]>> undelivered(Config config) {
    return CommittedRecords.of(broker.bootstrap(), config.topicNames().undelivered());
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
