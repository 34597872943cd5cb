package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pods of a StatefulSet, each with its name as {@code group.instance.id}, do at restarts.
 */
@Timeout(600)
class StaticMembershipIT {

  private static final Duration SOON = Duration.ofMinutes(3);

  /** So long that nothing that is seen here comes of its end. */
  private static final Duration SESSION = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final Metrics metrics = Metrics.isolated();
  private final Metrics otherMetrics = Metrics.isolated();

  @Test
  void shouldGiveAwayAllPartitionsAtOnceWhenAnInstanceIsStopped() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        ScoringService scoring = TestScoring.create(metrics);
        ScoringService otherScoring = TestScoring.create(otherMetrics);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        StreamService other =
            new StreamService(config(broker, "pod-1"), otherScoring, otherMetrics)) {
      new TopicAdmin(config(broker, "pod-0")).createMissing();
      try (StreamService stopped = new StreamService(config(broker, "pod-0"), scoring, metrics)) {
        stopped.start();
        other.start();
        assertThat(stopped.awaitReady(SOON)).isTrue();
        assertThat(other.awaitReady(SOON)).isTrue();
        awaitMembers(admin, "pod-0-1", "pod-1-1");
      }

      awaitMembers(admin, "pod-1-1");
      Awaitility.await()
          .atMost(SOON)
          .until(() -> sample(otherMetrics, "kafka_assigned_partitions") >= 4);
    }
  }

  @Test
  void shouldComeBackWithoutARebalanceWhenAnInstanceCrashed() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        ScoringService scoring = TestScoring.create(metrics);
        ScoringService otherScoring = TestScoring.create(otherMetrics);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        StreamService back = new StreamService(config(broker, "pod-0"), scoring, metrics);
        StreamService other =
            new StreamService(config(broker, "pod-1"), otherScoring, otherMetrics)) {
      Config config = config(broker, "pod-0");
      new TopicAdmin(config).createMissing();
      KafkaStreams crashing =
          new KafkaStreams(
              CallsTopology.build(config, scoring, Metrics.isolated()),
              StreamSettings.of(config, folder.resolve("state"), SESSION));
      crashing.start();
      other.start();
      assertThat(other.awaitReady(SOON)).isTrue();
      Awaitility.await()
          .atMost(SOON)
          .until(() -> crashing.state() == KafkaStreams.State.RUNNING && other.ready());
      awaitMembers(admin, "pod-0-1", "pod-1-1");
      double rebalances = sample(otherMetrics, "kafka_rebalances_total");
      // To the group a crash is a member that says no more.
      crashing.close(
          CloseOptions.timeout(SOON)
              .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
      assertThat(members(admin)).containsExactly("pod-0-1", "pod-1-1");

      back.start();

      assertThat(back.awaitReady(SOON)).isTrue();
      assertThat(members(admin)).containsExactly("pod-0-1", "pod-1-1");
      assertThat(sample(otherMetrics, "kafka_rebalances_total")).isEqualTo(rebalances);
      assertThat(sample(metrics, "kafka_assigned_partitions")).isPositive();
    }
  }

  private static void awaitMembers(Admin admin, String... names) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(members(admin)).containsExactly(names));
  }

  private static Set<String> members(Admin admin) throws Exception {
    Set<String> names = new TreeSet<>();
    admin
        .describeConsumerGroups(List.of("static"))
        .all()
        .get()
        .get("static")
        .members()
        .forEach(member -> names.add(member.groupInstanceId().orElse("")));
    return names;
  }

  private static double sample(Metrics metrics, String name) {
    Double value = metrics.registry().getSampleValue("emotion_monitor_" + name);
    return value == null ? Double.NaN : value;
  }

  private static Config config(EmbeddedBroker broker, String name) {
    return Config.load(
        List.of(),
        Map.of("EMOTION_MONITOR_KAFKA_GROUP_INSTANCE_ID", name),
        List.of(
            "kafka.bootstrap.servers=" + broker.bootstrap(),
            "topics.partitions=4",
            "stream.threads=1",
            "stream.sessionTimeoutMs=" + SESSION.toMillis(),
            "stream.applicationId=static"));
  }
}
