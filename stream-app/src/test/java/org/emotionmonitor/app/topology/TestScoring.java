package org.emotionmonitor.app.topology;

import java.time.LocalDate;
import java.util.List;
import org.emotionmonitor.app.metrics.Metrics;
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
    Scorer scorer = Scorer.open(MODEL, "test", ScorerOptions.defaults());
    return new ScoringService(scorer, voices, 4, 500, metrics);
  }
}
