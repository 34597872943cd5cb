package org.emotionmonitor.app.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.PrecisionChoice;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.config.SpeechConfig.Detector;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ReloadMetrics;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.app.metrics.ShadowMetrics;
import org.emotionmonitor.app.scoring.ModelWatch.Watched;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.vad.SileroActivity;

/** Opens what the configuration says is to be scored with. */
public final class ScoringOpener {

  private final Config config;
  private final ScoringConfig scoring;
  private final Metrics metrics;
  private final DriftWatch drift;
  private final AtomicReference<OnnxModel> live = new AtomicReference<>();
  private final List<Watched> watched = new ArrayList<>();

  private ScoringOpener(Config config, Metrics metrics) {
    this.config = config;
    this.scoring = config.scoring();
    this.metrics = metrics;
    this.drift = new DriftWatch(metrics.registry());
  }

  /**
   * Opens the configured model, and the one in its shadow if there is to be one, and warms them up.
   *
   * @throws org.emotionmonitor.onnx.ModelException when one does not fit
   */
  public static ScoringService open(Config config, Metrics metrics) {
    return new ScoringOpener(config, metrics).open();
  }

  private ScoringService open() {
    ModelOpener opener = new ModelOpener(scoring, scoring.precision());
    ModelSource source = new ModelSource(scoring.model(), opener);
    ScoringService service =
        new ScoringService(
            watchedModel(source.open()),
            voices(config.speech().detector()),
            new ScoringLimits(
                scoring.maxBatch(),
                scoring.maxWait(),
                Math.max(scoring.queue(), scoring.maxBatch()),
                scoring.deadline()),
            config.speech().minSpeechMs(),
            new ScorerMetrics(metrics.registry()));
    try {
      ScorerCollector.register(() -> live.get().provider(), opener::trial, metrics.registry());
      watch("live", source, model -> service.replaceBy(watchedModel(model)));
      shadow(service);
      ReloadMetrics reloads = new ReloadMetrics(metrics.registry());
      if (!scoring.reload().isZero()) {
        service.with(new ModelWatch(scoring.reload(), watched, reloads).start());
      }
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Metrics tell of a model from when it scores. */
  private Model watchedModel(OnnxModel model) {
    return new WatchedModel(
        model,
        drift,
        () -> {
          live.set(model);
          drift.follow(model.info());
        });
  }

  private void shadow(ScoringService service) {
    ShadowMetrics shadowMetrics = new ShadowMetrics(metrics.registry());
    if (scoring.shadowModel() != null) {
      ModelSource source =
          new ModelSource(scoring.shadowModel(), new ModelOpener(scoring, PrecisionChoice.FP32));
      Shadow shadow = new Shadow(source.open(), scoring.maxBatch(), shadowMetrics);
      service.shadow(shadow);
      watch("shadow", source, shadow::replaceBy);
    }
  }

  private void watch(String name, ModelSource source, Consumer<OnnxModel> taker) {
    if (source.mayChange()) {
      watched.add(new Watched(name, source, taker));
    }
  }

  private static VoiceActivity.Factory voices(Detector detector) {
    return switch (detector) {
      case SILERO -> SileroActivity.open();
      case LEVEL -> LevelActivity.factory();
    };
  }
}
