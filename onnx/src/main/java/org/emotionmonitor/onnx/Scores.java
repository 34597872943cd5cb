package org.emotionmonitor.onnx;

/**
 * The model's answer for a batch of N windows; each row of probabilities sums to 1.
 *
 * <p>The arrays are the caller's to keep; they are not compared: two instances are equal only if
 * they share them.
 *
 * @param emotion {@code [N][5]}, in the order of {@link org.emotionmonitor.core.domain.Emotion}
 * @param rate {@code [N][3]}, in the order of {@link org.emotionmonitor.core.domain.Rate}
 * @param volume {@code [N][3]}, in the order of {@link org.emotionmonitor.core.domain.Volume}
 * @param attention {@code [N][T]}: how much each frame counted; sums to 1, and is 0 on padding
 */
// A carrier of fresh arrays on the hot path: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record Scores(float[][] emotion, float[][] rate, float[][] volume, float[][] attention) {

  /** Number of windows. */
  public int size() {
    return emotion.length;
  }
}
