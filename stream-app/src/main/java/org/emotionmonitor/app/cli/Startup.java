package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import java.util.List;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ManagementConfig;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.config.SpeechConfig.Detector;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.ManagementServer;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.app.metrics.ServiceCollector;
import org.emotionmonitor.app.scoring.DriftWatch;
import org.emotionmonitor.app.scoring.OnnxModel;
import org.emotionmonitor.app.scoring.ScorerCollector;
import org.emotionmonitor.app.scoring.ScoringLimits;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.WatchedModel;
import org.emotionmonitor.app.topology.ClusterCheck;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.ProviderStatus;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.vad.SileroActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the parts of a process, each with its one clear error. */
final class Startup {

  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

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

  /**
   * Opens the configured model, and warms it up.
   *
   * @throws org.emotionmonitor.onnx.ModelException when it does not fit
   */
  static ScoringService scoring(Config config, Metrics metrics) {
    ScoringConfig scoring = config.scoring();
    Scorer scorer = Scorer.open(scoring.model(), options(scoring));
    ProviderStatus provider = scorer.provider();
    if (provider.fallback()) {
      LOG.warn("the model runs on {}", provider.describe());
    } else {
      LOG.info("the model runs on {}", provider.describe());
    }
    ScorerCollector.register(scorer, metrics.registry());
    return new ScoringService(
        new WatchedModel(
            new OnnxModel(scorer).warm(), new DriftWatch(scorer.info(), metrics.registry())),
        voices(config.speech().detector()),
        new ScoringLimits(
            scoring.maxBatch(),
            scoring.maxWait(),
            Math.max(scoring.queue(), scoring.maxBatch()),
            scoring.deadline()),
        config.speech().minSpeechMs(),
        new ScorerMetrics(metrics.registry()));
  }

  static ScorerOptions options(ScoringConfig scoring) {
    return new ScorerOptions(scoring.threads(), scoring.provider(), scoring.requireGpu());
  }

  private static VoiceActivity.Factory voices(Detector detector) {
    return switch (detector) {
      case SILERO -> SileroActivity.open();
      case LEVEL -> LevelActivity.factory();
    };
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
    return new RunningGateway(service, config.gateway().host(), service.start());
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
