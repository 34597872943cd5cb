package org.emotionmonitor.onnx.export;

/** Writes one bidirectional LSTM layer in some number format. */
@FunctionalInterface
interface LstmWriter {

  /**
   * Adds the layer's operator.
   *
   * @param x name of the input, float32 {@code [T, N, input]}
   * @param lengths name of the int32 {@code [N]} frames that count; output beyond them is zero
   * @return name of the operator's output, float32 {@code [T, 2, N, hidden]}
   */
  String write(GraphBuilder graph, String name, Lstm layer, String x, String lengths);
}
