package org.emotionmonitor.app.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.Topics;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.Viewer;
import org.junit.jupiter.api.Test;

/** The feed against a real broker. */
class KafkaFeedTest {
  private static final Topics TOPICS = Topics.defaults();
  private static final Duration LOOK_BACK = Duration.ofMinutes(10);

  @Test
  void shouldReadFromABoundedTimeBackAndThenFollow() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      List<Update> first = new CopyOnWriteArrayList<>();
      try (KafkaFeed feed = feed(broker.bootstrap());
          KafkaProducer<String, byte[]> producer = producer(broker.bootstrap(), "feed-test")) {
        feed.start(first::addAll);
        assertThat(feed.state()).isNotEqualTo(Feed.State.LIVE);
        createTopics(broker.bootstrap());
        long now = System.currentTimeMillis();
        producer.beginTransaction();
        send(
            producer,
            TOPICS.emotion(),
            now - LOOK_BACK.toMillis() - 60_000,
            Json.bytes(Records.emotion("old", 6000)));
        send(
            producer,
            TOPICS.summaries(),
            now - Duration.ofHours(1).toMillis(),
            Json.bytes(Records.summary("c1", false)));
        send(producer, TOPICS.audit(), now, Json.bytes(Records.dropped("c1")));
        send(
            producer,
            TOPICS.emotion(),
            now,
            "broken".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int i = 1; i <= 20; i++) {
          send(producer, TOPICS.emotion(), now, Json.bytes(Records.emotion("c1", i * 1000L)));
          send(producer, TOPICS.volume(), now, Json.bytes(Records.volume("c1", i * 1000L)));
        }
        producer.commitTransaction();
        producer.beginTransaction();
        send(producer, TOPICS.emotion(), now, Json.bytes(Records.emotion("aborted", 6000)));
        producer.flush();
        producer.abortTransaction();

        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> board(first).calls().size() == 1 && first.size() == 42);
        await().until(() -> feed.state() == Feed.State.LIVE);
        assertThat(feed.rejected()).isEqualTo(1);
      }

      List<Update> second = new CopyOnWriteArrayList<>();
      try (KafkaFeed restarted = feed(broker.bootstrap())) {
        restarted.start(second::addAll);
        await().atMost(Duration.ofSeconds(20)).until(() -> restarted.state() == Feed.State.LIVE);
        assertThat(shown(second)).isEqualTo(shown(first));
      }
    }
  }

  @Test
  void shouldWaitForABrokerThatIsNotThere() {
    try (KafkaFeed feed = feed("127.0.0.1:1")) {
      feed.start(ignored -> {});

      await().atMost(Duration.ofSeconds(20)).until(() -> feed.state() == Feed.State.UNREACHABLE);
    }
  }

  private static CallBoard board(List<Update> updates) {
    CallBoard board = new CallBoard(BoardLimits.defaults(), Clock.systemUTC());
    updates.forEach(board::apply);
    return board;
  }

  private static String shown(List<Update> updates) {
    return JsonText.text(
        out -> CallJson.calls(out, board(updates).calls(), new Viewer(Principal.LOCAL), true));
  }

  private static KafkaFeed feed(String bootstrap) {
    return new KafkaFeed(
        new KafkaFeedOptions(
            Map.of("bootstrap.servers", bootstrap), TOPICS, LOOK_BACK, Duration.ofHours(4)),
        Clock.systemUTC());
  }

  private static void createTopics(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(TOPICS.all().stream().map(t -> new NewTopic(t, 3, (short) 1)).toList())
          .all()
          .get();
    }
  }

  private static KafkaProducer<String, byte[]> producer(String bootstrap, String id) {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "transactional.id", id),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, String topic, long timestampMs, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic, null, timestampMs, "c1/customer", value)).get();
  }
}
