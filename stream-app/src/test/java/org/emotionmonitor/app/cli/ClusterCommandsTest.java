package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.Serdes;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.core.audio.Encoding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need a broker, on a real one. */
@Timeout(90)
final class ClusterCommandsTest {

  private static final int RATE = 8_000;

  @TempDir static Path temp;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(null, 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldMakeTopicsOnceAndShowThem() throws Exception {
    String prefix = "topics.prefix=made.";

    Cli missing = run("topics", "list", "-s", prefix);
    Cli first = run("topics", "create", "-s", prefix, "-s", "topics.partitions=3");
    Cli again = run("topics", "create", "-s", prefix, "--json");
    Cli described = run("topics", "describe", "-s", prefix, "--json");

    assertThat(missing.out()).hasSize(11).allMatch(line -> line.endsWith("missing"));
    assertThat(first.out()).hasSize(11).allMatch(line -> line.endsWith(" made"));
    assertThat(again.out()).hasSize(11).allMatch(line -> line.contains("\"made\":false"));
    JsonNode audio = Json.mapper().readTree(described.out().get(0));
    assertThat(audio.path("name").asText()).isEqualTo("made.audio");
    assertThat(audio.path("partitions").asInt()).isEqualTo(3);
    assertThat(audio.path("retentionMs").asLong()).isEqualTo(3_600_000);
  }

  @Test
  void shouldNameTheMissingTopicsWhenTheyAreNotToBeMade() throws Exception {
    Path file = WavFiles.write(temp.resolve("x.wav"), RATE, new float[RATE]);

    Cli run = run("replay", file, "-s", "topics.prefix=never.", "-s", "topics.create=false");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).contains("never.audio", "topics create");
  }

  @Test
  void shouldWriteEveryLegOfAFileInOrder() throws Exception {
    float[] left = WavFiles.tone(RATE * 2 + 123, RATE, 200, 0);
    float[] right = WavFiles.tone(RATE * 2 + 123, RATE, 300, 1);
    Path file = WavFiles.write(temp.resolve("call.wav"), RATE, left, right);

    Cli run =
        run(
            "replay",
            file,
            "-s",
            "topics.prefix=played.",
            "--speed",
            "max",
            "--chunk-ms",
            "250",
            "--encoding",
            "pcma",
            "--queue",
            "sales",
            "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Json.mapper().readTree(run.out().get(0)).path("records").asInt()).isEqualTo(18);
    List<ConsumerRecord<String, AudioRecord>> records = read("played.audio", 2 * (9 + 2));
    for (String leg : List.of("/customer", "/agent")) {
      List<AudioRecord> own =
          records.stream().filter(r -> r.key().endsWith(leg)).map(ConsumerRecord::value).toList();
      assertThat(own).first().isInstanceOf(AudioRecord.Start.class);
      assertThat(((AudioRecord.Start) own.get(0)).start().queue()).isEqualTo("sales");
      assertThat(((AudioRecord.Start) own.get(0)).start().encoding()).isEqualTo(Encoding.PCMA);
      assertThat(own.subList(1, 10)).allMatch(r -> r instanceof AudioRecord.Media);
      int bytes =
          own.stream().mapToInt(r -> r instanceof AudioRecord.Media m ? m.value().length : 0).sum();
      assertThat(bytes).isEqualTo(left.length);
      assertThat(own).last().isInstanceOf(AudioRecord.Stop.class);
    }
  }

  private static Cli run(Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-b", broker.bootstrap()));
    return Cli.run(all.toArray());
  }

  private static List<ConsumerRecord<String, AudioRecord>> read(String topic, int count) {
    List<ConsumerRecord<String, AudioRecord>> records = new ArrayList<>();
    try (KafkaConsumer<String, AudioRecord> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringDeserializer(),
            Serdes.audio())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (records.size() < count) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
