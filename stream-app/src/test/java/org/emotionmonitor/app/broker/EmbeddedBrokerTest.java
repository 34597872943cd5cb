package org.emotionmonitor.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EmbeddedBrokerTest {

  @TempDir Path temp;

  @Test
  void shouldCarryCommittedTransactionsAndLeaveNothingWhenEphemeral() throws Exception {
    Path folder;
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      folder = broker.dataFolder();
      createTopic(broker, "t");
      produceInTransaction(broker, "t", "k", "v");

      assertThat(consumeOne(broker, "t")).isEqualTo("v");
      assertThat(folder).exists();
      assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
    }
    assertThat(folder).doesNotExist();
    assertThat(nonDaemonThreads()).noneMatch(name -> name.contains("kafka"));
  }

  @Test
  void shouldKeepTopicsWhenTheFolderIsReused() throws Exception {
    Path folder = temp.resolve("kept/data");
    try (EmbeddedBroker first = EmbeddedBroker.start(folder, 0)) {
      createTopic(first, "kept");
      produceInTransaction(first, "kept", "k", "still there");
    }
    try (EmbeddedBroker second = EmbeddedBroker.start(folder, 0)) {
      assertThat(topics(second)).contains("kept");
      assertThat(consumeOne(second, "kept")).isEqualTo("still there");
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("in use by a running broker");
    }
    assertThat(folder).exists();
  }

  @Test
  void shouldNameThePortWhenItIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(null, taken.getLocalPort()))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("broker port " + taken.getLocalPort())
          .hasMessageContaining("give another one");
    }
  }

  @Test
  void shouldRefuseThePortWhenItIsNone() {
    assertThatThrownBy(() -> EmbeddedBroker.start(null, 70_000))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("70000")
        .hasMessageContaining("1 to 65535");
  }

  @Test
  void shouldRefuseTheFolderWhenItCannotBeMade() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");

    assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data"), 0))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("give a folder you may write");
  }

  @Test
  void shouldRefuseTheFolderWhenItHoldsOtherThings() throws Exception {
    Files.writeString(temp.resolve("precious.txt"), "x");

    assertThatThrownBy(() -> EmbeddedBroker.start(temp, 0))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("not empty");
    assertThat(temp).isDirectoryContaining("glob:**precious.txt");
  }

  @Test
  void shouldRefuseTheFolderWhenItIsOfAnotherCluster() throws Exception {
    Properties meta = new Properties();
    meta.putAll(Map.of("version", "1", "node.id", "7", "cluster.id", "other"));
    try (var out = Files.newOutputStream(temp.resolve("meta.properties"))) {
      meta.store(out, null);
    }

    assertThatThrownBy(() -> EmbeddedBroker.start(temp, 0))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("node 7 of cluster other");
  }

  private static void createTopic(EmbeddedBroker broker, String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
    }
  }

  private static Set<String> topics(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return admin.listTopics().names().get();
    }
  }

  private static void produceInTransaction(
      EmbeddedBroker broker, String topic, String key, String value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var unused = producer.send(new ProducerRecord<>(topic, key, value));
      producer.commitTransaction();
    }
  }

  private static String consumeOne(EmbeddedBroker broker, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrap(),
            "group.id", "test",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (true) {
        var records = consumer.poll(Duration.ofMillis(100));
        if (!records.isEmpty()) {
          return records.iterator().next().value();
        }
      }
    }
  }

  private static List<String> nonDaemonThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> !t.isDaemon())
        .map(Thread::getName)
        .toList();
  }
}
