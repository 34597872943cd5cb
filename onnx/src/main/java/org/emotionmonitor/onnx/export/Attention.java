package org.emotionmonitor.onnx.export;

/**
 * Additive attention over the frames that count: {@code e = v . tanh(h W + b)}, {@code alpha =
 * softmax(e)}, context {@code c = sum(alpha h)} (Bahdanau et al., 2015, without a query). Several
 * heads share W and b; each has a v of its own, and their contexts lie side by side.
 *
 * <p>The arrays are neither copied nor compared: two instances are equal only if they share them.
 *
 * @param w {@code [input][units]}, row-major
 * @param b {@code [units]}
 * @param v {@code [units][heads]}, row-major
 */
// Weights are large and flow once from trainer to writer: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record Attention(float[] w, float[] b, float[] v) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the sizes do not agree, or a weight is not finite
   */
  public Attention {
    Checks.size("attention units (length of b)", b.length);
    int input = w.length / b.length;
    Checks.array("attention b", b, b.length, "units");
    int heads = Math.max(1, v.length / b.length);
    Checks.array(
        "attention v",
        v,
        (long) heads * b.length,
        (heads == 1 ? "" : heads + " heads x ") + "units %d, as b".formatted(b.length));
    Checks.size("attention input (length of w / units)", input);
    Checks.array(
        "attention w",
        w,
        (long) input * b.length,
        "input %d x units %d".formatted(input, b.length));
  }

  /** Numbers per frame that come in. */
  public int input() {
    return w.length / b.length;
  }

  /** Width of the tanh layer. */
  public int units() {
    return b.length;
  }

  /** Weightings of the frames. */
  public int heads() {
    return v.length / b.length;
  }
}
