package org.emotionmonitor.onnx.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT16;
import static org.emotionmonitor.onnx.export.GraphBuilder.integer;

import java.util.List;

/** ONNX's own LSTM operator in float16; its input and output stay float32. */
final class HalfLstm implements LstmWriter {

  @Override
  public String write(GraphBuilder graph, String name, Lstm layer, String x, String lengths) {
    int input = layer.input();
    int hidden = layer.hidden();
    Direction f = layer.forward();
    Direction b = layer.backward();
    float[] none = new float[4 * hidden];
    graph.node("Cast", List.of(x), name + "_half", integer("to", FLOAT16.getNumber()));
    graph.node(
        "LSTM",
        List.of(
            name + "_half",
            graph.halfs(name + "_W", Concat.floats(f.w(), b.w()), 2, 4L * hidden, input),
            graph.halfs(name + "_R", Concat.floats(f.r(), b.r()), 2, 4L * hidden, hidden),
            graph.halfs(name + "_B", Concat.floats(f.b(), none, b.b(), none), 2, 8L * hidden),
            lengths),
        name + "_Y_half",
        GraphBuilder.string("direction", "bidirectional"),
        integer("hidden_size", hidden));
    return graph.node(
        "Cast", List.of(name + "_Y_half"), name + "_Y", integer("to", FLOAT.getNumber()));
  }
}
