package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scores;

/** A model of whose batches somebody learns, from when it begins to score. */
final class WatchedModel implements Model {

  private final Model model;
  private final BatchListener listener;
  private final Runnable onLive;

  /**
   * Takes over the model, which is closed with this one.
   *
   * @param onLive called when it begins to score
   */
  WatchedModel(Model model, BatchListener listener, Runnable onLive) {
    this.model = model;
    this.listener = listener;
    this.onLive = onLive;
  }

  @Override
  public void live() {
    model.live();
    onLive.run();
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
