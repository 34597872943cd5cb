package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.onnx.Scores;

/** Takes windows of 200 frames for ones with features that are not finite. */
record RefusingModel(Model real) implements Model {

  private static final int REFUSED = 200;

  @Override
  public ModelRef ref() {
    return real.ref();
  }

  @Override
  public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
    for (int i = 0; i < n; i++) {
      if (lengths[i] == REFUSED) {
        throw new IllegalArgumentException("feature is NaN");
      }
    }
    return real.score(features, lengths, n, t);
  }

  @Override
  public void close() {
    real.close();
  }
}
