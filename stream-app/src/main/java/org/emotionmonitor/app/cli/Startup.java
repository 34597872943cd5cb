package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import java.util.List;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.GatewayConfig;
import org.emotionmonitor.app.config.ManagementConfig;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.ManagementServer;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ServiceCollector;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.ClusterCheck;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TopicAdmin;

/** Starts the parts of a process, each with its one clear error. */
final class Startup {

  private Startup() {}

  /**
   * Checks that a broker answers, and makes the topics that are missing, or, where the
   * configuration says so, only checks that they exist.
   *
   * @throws org.emotionmonitor.app.AppException when that is not so
   */
  static void checkCluster(Config config) {
    if (config.topics().create()) {
      new TopicAdmin(config).createMissing();
    } else {
      ClusterCheck.requireTopics(config, config.topicNames().all());
    }
  }

  static StreamService stream(Config config, ScoringService scoring, Metrics metrics) {
    StreamService stream = new StreamService(config, scoring, metrics);
    try {
      stream.start();
      return stream;
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  static RunningGateway gateway(Config config) {
    GatewayService service = GatewayService.of(config);
    GatewayConfig g = config.gateway();
    return new RunningGateway(service, g.tls().enabled(), g.host(), service.start());
  }

  /** The operators' port, if there is to be one, with metrics of the JVM and of the services. */
  static RunningManagement management(
      ManagementConfig config, CollectorRegistry registry, List<Health> services) {
    if (!config.enabled()) {
      return RunningManagement.NONE;
    }
    DefaultExports.register(registry);
    ServiceCollector.register(services, registry);
    ManagementServer server = new ManagementServer(config, registry, services);
    return new RunningManagement(server, config.host(), server.start());
  }
}
