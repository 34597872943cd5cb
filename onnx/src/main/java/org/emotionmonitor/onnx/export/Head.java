package org.emotionmonitor.onnx.export;

/**
 * A softmax head on the context: {@code softmax(c W + b)}.
 *
 * <p>The arrays are neither copied nor compared: two instances are equal only if they share them.
 *
 * @param w {@code [input][classes]}, row-major
 * @param b {@code [classes]}
 */
// Weights are large and flow once from trainer to writer: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record Head(float[] w, float[] b) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the sizes do not agree, or a weight is not finite
   */
  public Head {
    Checks.size("head classes (length of b)", b.length);
    int input = w.length / b.length;
    Checks.array("head b", b, b.length, "classes");
    Checks.size("head input (length of w / classes)", input);
    Checks.array(
        "head w", w, (long) input * b.length, "input %d x classes %d".formatted(input, b.length));
  }

  /** Length of the context vector. */
  public int input() {
    return w.length / b.length;
  }

  /** Classes told apart. */
  public int classes() {
    return b.length;
  }
}
