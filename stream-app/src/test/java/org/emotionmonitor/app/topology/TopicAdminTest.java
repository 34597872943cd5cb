package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.emotionmonitor.app.config.Config;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

  @Test
  void shouldKeepRawAudioNoLongerThanConfigured() {
    Map<String, NewTopic> topics = topics("topics.audioRetentionMinutes=30");
    String halfAnHour = Long.toString(Duration.ofMinutes(30).toMillis());

    assertThat(topics.get("calls.audio").configs()).containsEntry("retention.ms", halfAnHour);
    assertThat(topics.get("calls.rejected").configs()).containsEntry("retention.ms", halfAnHour);
    assertThat(topics.get("calls.emotion").configs())
        .doesNotContainEntry("retention.ms", halfAnHour);
    assertThat(topics.get("calls.summaries").configs())
        .containsEntry("cleanup.policy", "compact,delete");
  }

  @Test
  void shouldGiveEveryTopicTheConfiguredPartitionsAndReplicas() {
    Map<String, NewTopic> topics = topics("topics.partitions=3", "topics.replicationFactor=2");

    assertThat(topics.keySet())
        .containsExactlyInAnyOrderElementsOf(Config.defaults().topicNames().all());
    assertThat(topics.values())
        .allSatisfy(
            topic -> {
              assertThat(topic.numPartitions()).isEqualTo(3);
              assertThat(topic.replicationFactor()).isEqualTo((short) 2);
            });
  }

  private static Map<String, NewTopic> topics(String... sets) {
    Config config = Config.load(List.of(), Map.of(), List.of(sets));
    return new TopicAdmin(config)
        .topics().stream().collect(Collectors.toMap(NewTopic::name, topic -> topic));
  }
}
