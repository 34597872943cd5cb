package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.emotionmonitor.app.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After how long a silent instance has failed. A cluster refuses sessions that are shorter than its
 * own limit, which is six seconds unless somebody changed it; a shorter one is worth asking for.
 */
final class GroupSession {

  private static final Logger LOG = LoggerFactory.getLogger(GroupSession.class);
  private static final String LIMIT = "group.min.session.timeout.ms";
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(6);
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  private GroupSession() {}

  /** The configured time, or the cluster's limit if that is longer. */
  static Duration timeout(Config config) {
    Duration wanted = config.stream().sessionTimeout();
    if (wanted.compareTo(USUAL_LIMIT) >= 0) {
      return wanted;
    }
    Duration limit = limit(config);
    if (wanted.compareTo(limit) >= 0) {
      return wanted;
    }
    LOG.warn(
        "stream.sessionTimeoutMs is {}, but the cluster allows {} or more, which is taken: lower"
            + " {} on the brokers to have a failed instance replaced sooner",
        wanted.toMillis(),
        limit.toMillis(),
        LIMIT);
    return limit;
  }

  private static Duration limit(Config config) {
    long waitMs = config.stream().checkTimeout().toMillis();
    Admin admin = ClusterCheck.admin(config);
    try {
      Node node =
          admin.describeCluster().nodes().get(waitMs, TimeUnit.MILLISECONDS).iterator().next();
      ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
      Map<ConfigResource, org.apache.kafka.clients.admin.Config> all =
          admin.describeConfigs(List.of(broker)).all().get(waitMs, TimeUnit.MILLISECONDS);
      ConfigEntry entry = all.get(broker).get(LIMIT);
      return entry == null ? USUAL_LIMIT : Duration.ofMillis(Long.parseLong(entry.value()));
    } catch (ExecutionException | TimeoutException e) {
      // This client may not read the brokers' settings.
      LOG.debug("the cluster does not tell its {}", LIMIT, e);
      return USUAL_LIMIT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_LIMIT;
    } finally {
      admin.close(CLOSE_TIMEOUT);
    }
  }
}
