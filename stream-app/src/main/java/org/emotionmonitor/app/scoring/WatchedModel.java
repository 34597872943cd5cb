package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scores;

/** A model of whose batches somebody learns. */
public final class WatchedModel implements Model {

  private final Model model;
  private final BatchListener listener;

  /** Takes over the model, which is closed with this one. */
  public WatchedModel(Model model, BatchListener listener) {
    this.model = model;
    this.listener = listener;
  }

  @Override
  public ModelRef ref() {
    return model.ref();
  }

  @Override
  public Precision precision() {
    return model.precision();
  }

  @Override
  public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
    Scores scores = model.score(features, lengths, n, t);
    listener.scored(features.slice(), lengths, n, t, scores);
    return scores;
  }

  @Override
  public void close() {
    model.close();
  }
}
