package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scores;

/** A model that is ready to score. Called by one thread at a time. */
public interface Model extends AutoCloseable {

  /** Which model this is, for the events. */
  ModelRef ref();

  /** Number format of its layers. */
  default Precision precision() {
    return Precision.FP32;
  }

  /** Called once, when it begins to score for the calls, on the thread that scores. */
  default void live() {}

  /**
   * Scores a batch that starts at the buffer's position.
   *
   * @param features direct, {@code [n][t][205]} row-major
   * @param lengths frames of each window that count
   * @throws IllegalArgumentException if a feature is not finite
   * @throws RuntimeException if the model fails; it may work the next time
   */
  Scores score(FloatBuffer features, int[] lengths, int n, int t);

  @Override
  void close();
}
