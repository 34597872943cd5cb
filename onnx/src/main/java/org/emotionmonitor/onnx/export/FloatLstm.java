package org.emotionmonitor.onnx.export;

import java.util.List;

/** ONNX's own LSTM operator, in float32. */
final class FloatLstm implements LstmWriter {

  @Override
  public String write(GraphBuilder graph, String name, Lstm layer, String x, String lengths) {
    int input = layer.input();
    int hidden = layer.hidden();
    Direction f = layer.forward();
    Direction b = layer.backward();
    return graph.node(
        "LSTM",
        List.of(
            x,
            graph.floats(name + "_W", Concat.floats(f.w(), b.w()), 2, 4L * hidden, input),
            graph.floats(name + "_R", Concat.floats(f.r(), b.r()), 2, 4L * hidden, hidden),
            bias(graph, name, layer),
            lengths),
        name + "_Y",
        GraphBuilder.string("direction", "bidirectional"),
        GraphBuilder.integer("hidden_size", hidden));
  }

  /** ONNX keeps an input and a recurrent bias and adds them: the second is zero. */
  static String bias(GraphBuilder graph, String name, Lstm layer) {
    float[] none = new float[4 * layer.hidden()];
    return graph.floats(
        name + "_B",
        Concat.floats(layer.forward().b(), none, layer.backward().b(), none),
        2,
        8L * layer.hidden());
  }
}
