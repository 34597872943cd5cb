package org.emotionmonitor.app.cli;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.emotionmonitor.app.broker.Cluster;
import org.emotionmonitor.app.config.Config;

/** What a command asks of the cluster before it starts anything. */
final class Startup {

  private Startup() {}

  /**
   * Checks that a broker answers, and makes the topics that are missing, or, where the
   * configuration says so, only checks that they exist.
   *
   * @throws org.emotionmonitor.app.AppException when that is not so
   */
  static void checkCluster(Config config, List<NewTopic> topics) {
    try (Cluster cluster = Cluster.connect(config)) {
      if (config.topics().create()) {
        cluster.create(topics);
      } else {
        cluster.require(topics);
      }
    }
  }
}
