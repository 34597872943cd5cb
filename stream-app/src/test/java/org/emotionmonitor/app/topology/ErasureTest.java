package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.broker.CommittedRecords;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.CallIsLiveException;
import org.emotionmonitor.app.domain.Erased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

  private static final String ENDED = "{\"kind\":\"leg\",\"state\":\"ended\"}";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void shouldDeleteWhatIsKeyedByTheCallAndNoteItInTheAudit() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      Config config =
          Config.load(
              List.of(),
              Map.of(),
              List.of("kafka.bootstrap.servers=" + broker.bootstrap(), "topics.partitions=3"));
      new TopicAdmin(config).createMissing();
      String summaries = config.topicNames().summaries();
      String alerts = config.topicNames().alerts();
      send(config, summaries, Map.of("c1/customer", ENDED, "c1", "{}", "c10/customer", ENDED));
      send(config, alerts, Map.of("c1/customer/1/r/0", "{}", "c10/customer/1/r/0", "{}"));
      send(config, summaries, Map.of("c2/customer", "{\"kind\":\"leg\",\"state\":\"live\"}"));

      Erased erased = new Erasure(config, PATIENCE).erase("c1", "sam");

      assertThat(erased.deleted()).isEqualTo(Map.of(summaries, 2, alerts, 1));
      assertThat(latest(config, summaries))
          .containsEntry("c1/customer", null)
          .containsEntry("c1", null)
          .containsEntry("c10/customer", ENDED);
      assertThat(latest(config, alerts))
          .containsEntry("c1/customer/1/r/0", null)
          .containsEntry("c10/customer/1/r/0", "{}");
      assertThat(latest(config, config.topicNames().audit()).get("c1"))
          .contains("\"action\":\"erase\"", "\"by\":\"sam\"");
      assertThat(new Erasure(config, PATIENCE).erase("c1", "sam").deleted())
          .isEqualTo(Map.of(summaries, 0, alerts, 0));
      assertThatThrownBy(() -> new Erasure(config, PATIENCE).erase("c2", "sam"))
          .isInstanceOf(CallIsLiveException.class)
          .hasMessageContaining("leg c2/customer is live");
      assertThatThrownBy(() -> new Erasure(config, PATIENCE).erase("c1/customer", "sam"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no slash");
    }
  }

  private static void send(Config config, String topic, Map<String, String> values)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.copyOf(config.kafka()), new StringSerializer(), new ByteArraySerializer())) {
      for (Map.Entry<String, String> entry : values.entrySet()) {
        producer
            .send(new ProducerRecord<>(topic, entry.getKey(), entry.getValue().getBytes(UTF_8)))
            .get();
      }
    }
  }

  private static Map<String, String> latest(Config config, String topic) {
    return CommittedRecords.latest(config.bootstrapServers(), topic);
  }
}
