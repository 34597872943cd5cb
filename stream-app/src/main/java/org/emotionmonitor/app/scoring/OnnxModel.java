package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.ModelInfo;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.ProviderStatus;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.Scores;

/** A model in ONNX Runtime. */
public final class OnnxModel implements Model {

  private static final int WARM_UP_WINDOWS = 4;

  private final Scorer scorer;
  private final ModelRef ref;

  /** Takes over the scorer, which is closed with this model. */
  public OnnxModel(Scorer scorer) {
    this.scorer = scorer;
    ModelInfo info = scorer.info();
    this.ref = new ModelRef(info.metadata().name(), info.metadata().version(), info.shortSha());
  }

  /** Scores a batch of nothing, so that the first one of a call is not the slowest. */
  public OnnxModel warm() {
    int t = FeatureSpec.WINDOW_FRAMES;
    FloatBuffer zeros = FeatureBuffers.allocate(WARM_UP_WINDOWS);
    int[] lengths = new int[WARM_UP_WINDOWS];
    Arrays.fill(lengths, t);
    scorer.score(zeros, lengths, WARM_UP_WINDOWS, t);
    return this;
  }

  /** What the model's file says of itself. */
  ModelInfo info() {
    return scorer.info();
  }

  /** What runs it. */
  ProviderStatus provider() {
    return scorer.provider();
  }

  @Override
  public ModelRef ref() {
    return ref;
  }

  @Override
  public Precision precision() {
    return scorer.info().precision();
  }

  @Override
  public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
    return scorer.score(features, lengths, n, t);
  }

  @Override
  public void close() {
    scorer.close();
  }
}
