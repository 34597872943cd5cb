package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;

/** Looks at the cluster before anything is started, so that a mistake is one clear line. */
public final class ClusterCheck {

  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  private ClusterCheck() {}

  /**
   * Checks that the cluster answers and has the topics.
   *
   * @throws AppException that names the servers or the topics that are missing, and the remedy
   */
  public static void requireTopics(Config config, List<String> topics) {
    Set<String> missing = new TreeSet<>(topics);
    missing.removeAll(topicNames(config));
    if (!missing.isEmpty()) {
      throw new AppException(
          "the Kafka cluster at %s has no topic %s; create them with: emotion-monitor topics create"
              .formatted(config.bootstrapServers(), String.join(", ", missing)));
    }
  }

  /**
   * The names of the cluster's topics.
   *
   * @throws AppException if the cluster does not answer in time
   */
  static Set<String> topicNames(Config config) {
    Duration timeout = config.stream().checkTimeout();
    Admin admin = admin(config);
    try {
      return admin.listTopics().names().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw unreachable(config, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException("interrupted while looking for the Kafka cluster", e);
    } finally {
      admin.close(CLOSE_TIMEOUT);
    }
  }

  /** An admin client; the caller closes it. */
  static Admin admin(Config config) {
    try {
      return Admin.create(Map.copyOf(config.kafka()));
    } catch (KafkaException e) {
      throw new AppException(
          "the Kafka client cannot be made: %s; check kafka.* in the configuration"
              .formatted(cause(e)),
          e);
    }
  }

  static AppException unreachable(Config config, Exception e) {
    String why = e instanceof TimeoutException ? "no answer in time" : cause(e);
    return new AppException(
        "no Kafka cluster at %s (%s); start it, or set kafka.bootstrap.servers"
            .formatted(config.bootstrapServers(), why),
        e);
  }

  private static String cause(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
