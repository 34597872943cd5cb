package org.emotionmonitor.onnx.export;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * ONNX Runtime's {@code DynamicQuantizeLSTM}: weights as bytes with a scale per gate unit, inputs
 * and states as bytes with a scale that is found at run time, over all windows of a batch.
 */
final class QuantizedLstm implements LstmWriter {

  @Override
  public String write(GraphBuilder graph, String name, Lstm layer, String x, String lengths) {
    int channels = 4 * layer.hidden();
    Direction f = layer.forward();
    Direction b = layer.backward();
    QuantizedMatrix[] w = {
      QuantizedMatrix.of(f.w(), channels), QuantizedMatrix.of(b.w(), channels)
    };
    QuantizedMatrix[] r = {
      QuantizedMatrix.of(f.r(), channels), QuantizedMatrix.of(b.r(), channels)
    };
    String none = "";
    return graph.node(
        GraphBuilder.MICROSOFT,
        "DynamicQuantizeLSTM",
        List.of(
            x,
            values(graph, name + "_W", layer.input(), w),
            values(graph, name + "_R", layer.hidden(), r),
            FloatLstm.bias(graph, name, layer),
            lengths,
            none,
            none,
            none,
            scales(graph, name + "_W_scale", w),
            graph.int8s(name + "_W_zero", new byte[2 * channels], 2, channels),
            scales(graph, name + "_R_scale", r),
            graph.int8s(name + "_R_zero", new byte[2 * channels], 2, channels)),
        name + "_Y",
        GraphBuilder.string("direction", "bidirectional"),
        GraphBuilder.integer("hidden_size", layer.hidden()));
  }

  private static String values(GraphBuilder graph, String name, int rows, QuantizedMatrix[] both) {
    ByteBuffer joined = ByteBuffer.allocate(2 * both[0].values().length);
    joined.put(both[0].values()).put(both[1].values());
    return graph.int8s(name, joined.array(), 2, rows, both[0].scales().length);
  }

  private static String scales(GraphBuilder graph, String name, QuantizedMatrix[] both) {
    float[] joined = Concat.floats(both[0].scales(), both[1].scales());
    return graph.floats(name, joined, 2, both[0].scales().length);
  }
}
