package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.TopicsConfig;
import org.emotionmonitor.app.domain.Topics;

/** Creates the topics with their partitions and retention. */
public final class TopicAdmin {

  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);
  private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(30);

  private final Config config;

  public TopicAdmin(Config config) {
    this.config = config;
  }

  /**
   * Creates the topics that are not there; those that are stay as they are.
   *
   * @return the names of those that were created
   * @throws AppException if the cluster cannot be reached or refuses
   */
  public List<String> createMissing() {
    Set<String> existing = ClusterCheck.topicNames(config);
    List<NewTopic> missing =
        topics().stream().filter(topic -> !existing.contains(topic.name())).toList();
    Admin admin = ClusterCheck.admin(config);
    try {
      admin.createTopics(missing).all().get(CREATE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new AppException(
            "topics cannot be created at %s: %s; check topics.partitions, topics.replicationFactor"
                    .formatted(config.bootstrapServers(), e.getCause().getMessage())
                + " and the rights of this client",
            e);
      }
    } catch (TimeoutException e) {
      throw ClusterCheck.unreachable(config, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException("interrupted while creating topics", e);
    } finally {
      admin.close(CLOSE_TIMEOUT);
    }
    return missing.stream().map(NewTopic::name).toList();
  }

  /** The topics as they should be. */
  public List<NewTopic> topics() {
    Topics names = config.topicNames();
    TopicsConfig topics = config.topics();
    return List.of(
        deleted(names.audio(), topics.audioRetention()),
        deleted(names.emotion(), topics.eventRetention()),
        deleted(names.rate(), topics.eventRetention()),
        deleted(names.volume(), topics.eventRetention()),
        // It may hold raw audio, which is kept no longer than that of the audio topic.
        deleted(names.rejected(), topics.audioRetention()),
        deleted(names.audit(), topics.auditRetention()),
        // They say who spoke when: no longer than the audio they come from.
        deleted(names.parts(), topics.audioRetention()),
        deleted(names.alertActions(), topics.eventRetention()),
        deleted(names.undelivered(), topics.eventRetention()),
        compacted(names.alerts(), topics.eventRetention()),
        compacted(names.summaries(), topics.eventRetention()));
  }

  private NewTopic compacted(String name, Duration retention) {
    return topic(
        name,
        Map.of(
            "cleanup.policy",
            "compact,delete",
            "retention.ms",
            Long.toString(retention.toMillis())));
  }

  private NewTopic deleted(String name, Duration retention) {
    return topic(
        name,
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", Long.toString(retention.toMillis()),
            // Records go with their whole segment; a tenth of the time keeps that exact enough.
            "segment.ms", Long.toString(Math.max(60_000, retention.toMillis() / 10))));
  }

  private NewTopic topic(String name, Map<String, String> settings) {
    return new NewTopic(
            name, config.topics().partitions(), (short) config.topics().replicationFactor())
        .configs(settings);
  }
}
