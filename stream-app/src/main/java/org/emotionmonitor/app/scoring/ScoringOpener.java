package org.emotionmonitor.app.scoring;

import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.config.SpeechConfig.Detector;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.vad.SileroActivity;

/** Opens what the configuration says is to be scored with. */
public final class ScoringOpener {

  private ScoringOpener() {}

  /**
   * Opens the configured model, and warms it up.
   *
   * @throws org.emotionmonitor.onnx.ModelException when it does not fit
   */
  public static ScoringService open(Config config, Metrics metrics) {
    ScoringConfig scoring = config.scoring();
    ModelOpener opener = new ModelOpener(scoring);
    OnnxModel model = opener.open(scoring.model());
    ScorerCollector.register(model::provider, opener::trial, metrics.registry());
    return new ScoringService(
        new WatchedModel(model, new DriftWatch(model.info(), metrics.registry())),
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
