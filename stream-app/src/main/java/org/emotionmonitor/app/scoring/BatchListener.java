package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import org.emotionmonitor.onnx.Scores;

/** Learns of every batch that the model has scored, on the thread that scored it. */
@FunctionalInterface
public interface BatchListener {

  /**
   * A batch was scored.
   *
   * @param features {@code [n][t][205]} from index 0; only valid during the call
   * @param lengths frames of each window that count
   */
  void scored(FloatBuffer features, int[] lengths, int n, int t, Scores scores);
}
