package org.emotionmonitor.app.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the commands ask of a Kafka cluster, with errors that a user understands. */
public final class Cluster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  private final Admin admin;
  private final String bootstrap;
  private final Duration timeout;

  private Cluster(Admin admin, String bootstrap, Duration timeout) {
    this.admin = admin;
    this.bootstrap = bootstrap;
    this.timeout = timeout;
  }

  /** Connects as {@code config} says; see {@link #connect(Map, Duration)}. */
  public static Cluster connect(Config config) {
    return connect(config.kafka(), config.stream().checkTimeout());
  }

  /**
   * Connects, and checks that a broker answers.
   *
   * @param kafka client settings with {@code bootstrap.servers}
   * @param timeout how long a broker may take to answer
   * @throws AppException when none does
   */
  public static Cluster connect(Map<String, String> kafka, Duration timeout) {
    String bootstrap = kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    int timeoutMs = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
    Cluster cluster;
    try {
      cluster = new Cluster(Admin.create(settings), bootstrap, timeout);
    } catch (KafkaException e) {
      throw new AppException(
          "cannot use kafka.bootstrap.servers \"%s\": %s; give host:port[,host:port...]"
              .formatted(bootstrap, reason(e)),
          e);
    }
    try {
      cluster.names();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The names of all topics. */
  public Set<String> names() {
    return get(admin.listTopics(new ListTopicsOptions()).names());
  }

  /**
   * Makes those of {@code specs} that do not exist.
   *
   * @return the names of the topics that were made
   * @throws AppException when the cluster refuses one, saying which and why
   */
  public List<String> create(List<NewTopic> specs) {
    Set<String> there = names();
    List<NewTopic> missing = specs.stream().filter(s -> !there.contains(s.name())).toList();
    CreateTopicsResult result = admin.createTopics(missing);
    List<String> made = new ArrayList<>();
    for (NewTopic spec : missing) {
      try {
        get(result.values().get(spec.name()));
        made.add(spec.name());
      } catch (TopicExistsException e) {
        LOG.debug("another instance was first to make {}", spec.name(), e);
      } catch (KafkaException e) {
        throw new AppException(
            "cannot make topic %s with %d partitions and %d replicas: %s"
                .formatted(spec.name(), spec.numPartitions(), spec.replicationFactor(), reason(e)),
            e);
      }
    }
    return made;
  }

  /**
   * Checks that all of {@code specs} exist.
   *
   * @throws AppException that names those that do not
   */
  public void require(List<NewTopic> specs) {
    Set<String> there = names();
    String missing =
        specs.stream()
            .map(NewTopic::name)
            .filter(n -> !there.contains(n))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new AppException(
          "the broker at %s has no topic %s; make it with: emotion-monitor topics create"
              .formatted(bootstrap, missing));
    }
  }

  /** {@code names} as the cluster has them, in this order. */
  public List<TopicInfo> describe(List<String> names) {
    Set<String> there = names();
    List<String> existing = names.stream().filter(there::contains).toList();
    Map<String, TopicDescription> topics = get(admin.describeTopics(existing).allTopicNames());
    var configs =
        get(
            admin
                .describeConfigs(
                    existing.stream()
                        .map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n))
                        .toList())
                .all());
    return names.stream()
        .map(
            name ->
                topics.containsKey(name)
                    ? info(
                        topics.get(name),
                        configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name)))
                    : TopicInfo.missing(name))
        .toList();
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private static TopicInfo info(
      TopicDescription topic, org.apache.kafka.clients.admin.Config config) {
    Map<String, String> own = new TreeMap<>();
    config.entries().stream()
        .filter(
            e ->
                e.source()
                    == org.apache.kafka.clients.admin.ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
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

  private <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException("interrupted while waiting for the broker at " + bootstrap, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw new AppException(
            "no broker answers at %s within %d s; start one (emotion-monitor broker), or give yours with --broker host:port"
                .formatted(bootstrap, timeout.toSeconds()),
            e);
      }
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new AppException("the broker at %s failed: %s".formatted(bootstrap, e.getCause()), e);
    }
  }

  private static String reason(Throwable e) {
    return e.getCause() == null || e.getCause().getMessage() == null
        ? e.getMessage()
        : e.getCause().getMessage();
  }
}
