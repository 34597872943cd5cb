package org.emotionmonitor.onnx.export;

/**
 * A bidirectional LSTM layer; its output per frame is forward and backward state side by side,
 * {@code 2*hidden} numbers.
 *
 * @param input numbers per frame that come in
 * @param hidden units per direction
 */
public record Lstm(int input, int hidden, Direction forward, Direction backward) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if an array has another size, or a weight is not finite
   */
  public Lstm {
    Checks.size("LSTM input", input);
    Checks.size("LSTM hidden", hidden);
    forward.check("LSTM forward", input, hidden);
    backward.check("LSTM backward", input, hidden);
  }

  /** Numbers per frame that come out. */
  public int output() {
    return 2 * hidden;
  }
}
