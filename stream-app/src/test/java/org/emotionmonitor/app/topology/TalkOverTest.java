package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.CallSummary;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call whose two legs lie on two partitions, each with an instance of its own, on a broker. */
class TalkOverTest {

  private static final Duration SOON = Duration.ofMinutes(4);
  private static final int PARTITIONS = 2;
  private static final String CUSTOMER = "call/customer";

  @TempDir Path folder;

  @Test
  void shouldTellWhatTwoLegsOnTwoPartitionsDidAtTheSameTime() throws Exception {
    // The customer speaks from 0 to 8 s, the agent from 5 to 12 s; then nobody does until 16 s.
    List<Chunk> customer = joined(TestLeg.speech(8), TestLeg.silence(8));
    List<Chunk> agent = joined(TestLeg.silence(5), TestLeg.speech(7), TestLeg.silence(4));
    String agentKey = onAnotherPartition();
    Metrics firstMetrics = Metrics.isolated();
    Metrics secondMetrics = Metrics.isolated();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        ScoringService firstScoring = TestScoring.create(firstMetrics);
        ScoringService secondScoring = TestScoring.create(secondMetrics)) {
      Config config = config(broker);
      new TopicAdmin(config).createMissing();
      try (StreamService first = new StreamService(config, firstScoring, firstMetrics);
          StreamService second = new StreamService(config, secondScoring, secondMetrics)) {
        first.start();
        second.start();
        assertThat(first.awaitReady(SOON)).isTrue();
        assertThat(second.awaitReady(SOON)).isTrue();
        send(config, customer, agent, agentKey);

        CallSummary summary = ended(config);

        assertThat(summary.legs()).hasSize(2);
        assertThat(summary.legs()).allSatisfy(leg -> assertThat(leg.audioMs()).isEqualTo(16_000));
        // The voice is syllables with pauses between: three seconds of two at most, and some of it.
        assertThat(summary.totals().talkOverMs()).isBetween(1_000L, 3_300L);
        assertThat(summary.totals().mutualSilenceMs()).isBetween(3_500L, 11_000L);
        long spoken = summary.legs().stream().mapToLong(leg -> leg.totals().speechMs()).sum();
        long ofTime = 16_000 - summary.totals().mutualSilenceMs() + summary.totals().talkOverMs();
        assertThat(spoken).as("speech of both, overlap twice").isCloseTo(ofTime, within(400L));
      }
    }
  }

  private static void send(Config config, List<Chunk> customer, List<Chunk> agent, String agentKey)
      throws Exception {
    String topic = config.topicNames().audio();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.copyOf(config.kafka()), new ByteArraySerializer(), new ByteArraySerializer())) {
      start(producer, topic, CUSTOMER, Role.CUSTOMER);
      start(producer, topic, agentKey, Role.AGENT);
      for (int i = 0; i < customer.size(); i++) {
        media(producer, topic, CUSTOMER, customer.get(i));
        media(producer, topic, agentKey, agent.get(i));
      }
      for (String key : List.of(CUSTOMER, agentKey)) {
        send(producer, topic, key, AudioHeaders.stop(), new byte[0], TestLeg.BEGIN.plusSeconds(16));
      }
      producer.flush();
    }
  }

  private static void start(
      KafkaProducer<byte[], byte[]> producer, String topic, String key, Role role) {
    byte[] start = Json.bytes(TestLeg.start(key, role));
    send(producer, topic, key, AudioHeaders.start(), start, TestLeg.BEGIN);
  }

  private static void media(
      KafkaProducer<byte[], byte[]> producer, String topic, String key, Chunk chunk) {
    Instant time = Instant.ofEpochMilli(chunk.capturedMs());
    send(producer, topic, key, AudioHeaders.media(chunk.seq()), chunk.audio(), time);
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      String topic,
      String key,
      Headers headers,
      byte[] value,
      Instant time) {
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic, null, time.toEpochMilli(), key.getBytes(UTF_8), value, headers));
  }

  /** The call's summary once all its legs have ended. */
  private static CallSummary ended(Config config) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", config.bootstrapServers(),
            "group.id", "test",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      reader.subscribe(List.of(config.topicNames().summaries()));
      long end = System.nanoTime() + SOON.toNanos();
      while (System.nanoTime() < end) {
        for (var record : reader.poll(Duration.ofMillis(100))) {
          if (record.key().equals("call")) {
            CallSummary summary = Json.read(record.value(), CallSummary.class);
            if (summary.state() == LegState.ENDED && summary.legs().size() == 2) {
              return summary;
            }
          }
        }
      }
    }
    throw new AssertionError("the call's summary did not end");
  }

  /** An agent's leg that the partitioner puts elsewhere than the customer's. */
  private static String onAnotherPartition() {
    for (int i = 0; ; i++) {
      String key = "call/agent" + i;
      if (partition(key) != partition(CUSTOMER)) {
        return key;
      }
    }
  }

  private static int partition(String key) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), PARTITIONS);
  }

  private static List<Chunk> joined(List<Chunk> first, List<Chunk> second, List<Chunk> third) {
    return joined(joined(first, second), third);
  }

  private static List<Chunk> joined(List<Chunk> first, List<Chunk> second) {
    List<Chunk> all = new ArrayList<>(first);
    for (Chunk chunk : second) {
      long seq = all.size();
      long time = TestLeg.BEGIN.toEpochMilli() + (seq + 1) * 100;
      all.add(new Chunk(seq, time, time, chunk.audio()));
    }
    return all;
  }

  private static Config config(EmbeddedBroker broker) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "kafka.bootstrap.servers=" + broker.bootstrap(),
            "topics.partitions=" + PARTITIONS,
            "policy.roles.agent=analyse",
            "policy.profile=custom",
            "policy.lawfulBasis=for the test"));
  }
}
