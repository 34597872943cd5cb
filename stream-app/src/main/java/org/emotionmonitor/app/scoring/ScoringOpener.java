package org.emotionmonitor.app.scoring;

import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.config.SpeechConfig.Detector;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.ProviderStatus;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.vad.SileroActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the configuration says is to be scored with. */
public final class ScoringOpener {

  private static final Logger LOG = LoggerFactory.getLogger(ScoringOpener.class);

  private ScoringOpener() {}

  /**
   * Opens the configured model, and warms it up.
   *
   * @throws org.emotionmonitor.onnx.ModelException when it does not fit
   */
  public static ScoringService open(Config config, Metrics metrics) {
    ScoringConfig scoring = config.scoring();
    Scorer scorer =
        Scorer.open(
            scoring.model(),
            new ScorerOptions(scoring.threads(), scoring.provider(), scoring.requireGpu()));
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

  private static VoiceActivity.Factory voices(Detector detector) {
    return switch (detector) {
      case SILERO -> SileroActivity.open();
      case LEVEL -> LevelActivity.factory();
    };
  }
}
