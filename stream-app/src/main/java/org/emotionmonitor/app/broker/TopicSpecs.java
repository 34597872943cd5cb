package org.emotionmonitor.app.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.TopicsConfig;
import org.emotionmonitor.app.domain.Topics;

/** The topics as they are to be made: partitions, replicas, retention. */
public final class TopicSpecs {

  private TopicSpecs() {}

  /** One for each topic of the design, named by the configuration's prefix. */
  public static List<NewTopic> of(Config config) {
    Topics names = config.topicNames();
    TopicsConfig topics = config.topics();
    Map<String, String> events = deletedAfter(topics.eventRetention());
    return List.of(
        topic(names.audio(), topics, deletedAfter(topics.audioRetention())),
        topic(names.emotion(), topics, events),
        topic(names.rate(), topics, events),
        topic(names.volume(), topics, events),
        topic(names.summaries(), topics, compacted(topics.eventRetention())),
        topic(names.rejected(), topics, events),
        topic(names.audit(), topics, deletedAfter(topics.auditRetention())));
  }

  private static NewTopic topic(String name, TopicsConfig topics, Map<String, String> configs) {
    return new NewTopic(name, topics.partitions(), (short) topics.replicationFactor())
        .configs(configs);
  }

  private static Map<String, String> deletedAfter(Duration retention) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
        // Only closed segments are deleted: without this, audio of a quiet topic would stay.
        TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Math.max(60_000, retention.toMillis() / 8)));
  }

  private static Map<String, String> compacted(Duration retention) {
    // Compaction alone would keep every call that ever was.
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(retention.toMillis()));
  }
}
