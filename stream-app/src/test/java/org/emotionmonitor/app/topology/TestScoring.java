package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.app.scoring.Model;
import org.emotionmonitor.app.scoring.OnnxModel;
import org.emotionmonitor.app.scoring.ScoringLimits;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.RandomWeights;

/** A small untrained model: its scores mean nothing, but differ from window to window. */
public final class TestScoring {

  static final int MIN_SPEECH_MS = 500;

  private static final ModelMetadata METADATA =
      ModelMetadata.of("test", "0", List.of("none"), "none", "{}", "0", LocalDate.of(2026, 1, 1));
  private static final byte[] MODEL = GraphWriter.write(RandomWeights.of(7, 4), METADATA);

  private TestScoring() {}

  /** A scoring service of its own, which tells speech by levels. */
  public static ScoringService create(Metrics metrics) {
    return create(metrics, LevelActivity.factory());
  }

  /** A scoring service of its own. */
  public static ScoringService create(Metrics metrics, VoiceActivity.Factory voices) {
    return create(model(), metrics, voices);
  }

  /** The small model. */
  public static Model model() {
    return new OnnxModel(Scorer.open(MODEL, "test", ScorerOptions.defaults()));
  }

  /** A scoring service with a model of the test's own. */
  public static ScoringService create(Model model, Metrics metrics, VoiceActivity.Factory voices) {
    ScoringLimits limits = new ScoringLimits(4, Duration.ofMillis(1), 16, Duration.ofMinutes(10));
    return new ScoringService(
        model, voices, limits, MIN_SPEECH_MS, new ScorerMetrics(metrics.registry()));
  }
}
