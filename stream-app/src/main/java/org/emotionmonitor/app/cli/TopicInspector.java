package org.emotionmonitor.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.emotionmonitor.app.AppException;

/** Looks at topics as the cluster has them; that it answers was checked before. */
final class TopicInspector implements AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  private final Admin admin;

  TopicInspector(Map<String, String> kafka) {
    this.admin = Admin.create(Map.copyOf(kafka));
  }

  /** {@code names} in this order, with those that do not exist. */
  List<TopicInfo> describe(List<String> names) {
    Set<String> there = get(admin.listTopics().names());
    List<String> existing = names.stream().filter(there::contains).toList();
    Map<String, TopicDescription> topics = get(admin.describeTopics(existing).allTopicNames());
    Map<ConfigResource, Config> configs =
        get(admin.describeConfigs(existing.stream().map(TopicInspector::resource).toList()).all());
    return names.stream()
        .map(
            name ->
                topics.containsKey(name)
                    ? info(topics.get(name), configs.get(resource(name)))
                    : TopicInfo.missing(name))
        .toList();
  }

  @Override
  public void close() {
    admin.close(CLOSE_TIMEOUT);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static TopicInfo info(TopicDescription topic, Config config) {
    Map<String, String> own = new TreeMap<>();
    config.entries().stream()
        .filter(e -> e.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
        .forEach(e -> own.put(e.name(), e.value()));
    return new TopicInfo(
        topic.name(),
        true,
        topic.partitions().size(),
        topic.partitions().get(0).replicas().size(),
        Long.valueOf(config.get(TopicConfig.RETENTION_MS_CONFIG).value()),
        config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value(),
        own);
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException("interrupted while looking at the topics", e);
    } catch (ExecutionException e) {
      throw new AppException("the topics cannot be read: " + e.getCause().getMessage(), e);
    }
  }
}
