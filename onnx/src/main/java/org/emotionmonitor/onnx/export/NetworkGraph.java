package org.emotionmonitor.onnx.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static org.emotionmonitor.onnx.ModelContract.ATTENTION;
import static org.emotionmonitor.onnx.ModelContract.EMOTION;
import static org.emotionmonitor.onnx.ModelContract.FEATURES;
import static org.emotionmonitor.onnx.ModelContract.LENGTHS;
import static org.emotionmonitor.onnx.ModelContract.RATE;
import static org.emotionmonitor.onnx.ModelContract.VOLUME;
import static org.emotionmonitor.onnx.export.GraphBuilder.integer;
import static org.emotionmonitor.onnx.export.GraphBuilder.integers;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.List;

/**
 * Lays out the network: mask, normalization, steps, LSTM layers, attention, heads. Batch-major
 * {@code [N, S, .]} outside, time-major {@code [S, N, .]} where ONNX's LSTM wants it.
 */
final class NetworkGraph {

  private static final String N = "batch";
  private static final String T = "time";

  private final GraphBuilder graph = new GraphBuilder("bilstm_attention_heads");
  private final ModelWeights weights;
  private final LstmWriter lstm;

  NetworkGraph(ModelWeights weights, LstmWriter lstm) {
    this.weights = weights;
    this.lstm = lstm;
  }

  GraphProto build() {
    graph.input(FEATURES, FLOAT, N, T, (long) weights.features());
    graph.input(LENGTHS, INT32, N);
    graph.output(EMOTION, FLOAT, N, (long) weights.emotion().classes());
    graph.output(RATE, FLOAT, N, (long) weights.rate().classes());
    graph.output(VOLUME, FLOAT, N, (long) weights.volume().classes());
    graph.output(ATTENTION, FLOAT, N, T);

    graph.int64s("axis_0", 0);
    graph.int64s("axis_1", 1);
    graph.int64s("axis_2", 2);
    String time =
        graph.node("Shape", List.of(FEATURES), "time_1", integer("start", 1), integer("end", 2));
    String frames = mask(time);
    StepGraph steps = new StepGraph(graph, weights.view().framesPerStep(), time, frames);
    String seen = seen(frames, steps);
    String mask = steps.mask();
    String h = graph.node("Transpose", List.of(seen), "seen_tn", integers("perm", 1, 0, 2));
    for (int n = 0; n < weights.layers().size(); n++) {
      h = layer("layer" + (n + 1), weights.layers().get(n), h, steps.lengths());
    }
    String alpha = attend(h, mask);
    steps.spread(overHeads(alpha), ATTENTION);
    String c = context(h, alpha);
    String logits = logits(EMOTION, weights.emotion(), c);
    graph.floats("temperature", new float[] {weights.temperature()});
    softmax(graph.node("Div", List.of(logits, "temperature"), "emotion_calibrated"), EMOTION);
    softmax(logits(RATE, weights.rate(), c), RATE);
    softmax(logits(VOLUME, weights.volume(), c), VOLUME);
    return graph.build();
  }

  /**
   * What the first layer sees, {@code [N, S, width]}. Where what is done to a frame is the same sum
   * and product all over the window, the frames are averaged first: there are fewer numbers to
   * compute with, and other networks of the graph share the means.
   */
  private String seen(String frames, StepGraph steps) {
    InputGraph input = new InputGraph(graph, weights);
    InputView view = weights.view();
    if (view.framesPerStep() == 1 || (view.relative() && !view.isStandardized())) {
      return steps.average(input.build(frames), view.width(weights.features()));
    }
    String raw = input.raw(frames);
    String means = steps.average(raw, weights.features());
    return view.relative()
        ? input.standardized(raw, means, steps.mask())
        : input.zScores(means, steps.mask());
  }

  /** Which frames count, bool {@code [N, T]}: {@code frame index < length}. */
  private String mask(String time) {
    graph.node("Squeeze", List.of(time, "axis_0"), "time_long");
    graph.node("Cast", List.of("time_long"), "time", integer("to", INT32.getNumber()));
    String frames =
        graph.node(
            "Range", List.of(graph.int32("first", 0), "time", graph.int32("step", 1)), "frames");
    String lengths = graph.node("Unsqueeze", List.of(LENGTHS, "axis_1"), "lengths_column");
    return graph.node("Less", List.of(frames, lengths), "mask");
  }

  /** {@code [S, N, input]} to {@code [S, N, 2*hidden]}. */
  private String layer(String name, Lstm layer, String x, String lengths) {
    String y = lstm.write(graph, name, layer, x, lengths);
    graph.node("Transpose", List.of(y), name + "_tn2h", integers("perm", 0, 2, 1, 3));
    // 0 copies a dimension: S and N stay, both directions become one vector.
    String shape = graph.int64s(name + "_shape", 0, 0, layer.output());
    return graph.node("Reshape", List.of(name + "_tn2h", shape), name);
  }

  /** Softmax of {@code v . tanh(h W + b)} over the masked steps, {@code [N, heads, S]}. */
  private String attend(String h, String mask) {
    Attention attention = weights.attention();
    int units = attention.units();
    String w = graph.floats("attention_W", attention.w(), attention.input(), units);
    graph.node("MatMul", List.of(h, w), "attention_hW");
    graph.node(
        "Add",
        List.of("attention_hW", graph.floats("attention_b", attention.b(), units)),
        "attention_sum");
    graph.node("Tanh", List.of("attention_sum"), "attention_u");
    String v = graph.floats("attention_v", attention.v(), units, attention.heads());
    graph.node("MatMul", List.of("attention_u", v), "attention_tnk");
    graph.node("Transpose", List.of("attention_tnk"), "attention_e", integers("perm", 1, 2, 0));
    // The lowest finite number, as minus infinity would turn a row without frames into NaN.
    String lowest = graph.floats("lowest", new float[] {-Float.MAX_VALUE});
    String rows = graph.node("Unsqueeze", List.of(mask, "axis_1"), "mask_row");
    graph.node("Where", List.of(rows, "attention_e", lowest), "attention_masked");
    return graph.node(
        "Softmax", List.of("attention_masked"), "attention_heads", integer("axis", 2));
  }

  private String overHeads(String alpha) {
    return graph.node(
        "ReduceMean",
        List.of(alpha),
        "attention_steps",
        integers("axes", 1),
        integer("keepdims", 0));
  }

  /** Attention-weighted means of the steps, {@code [N, heads*2*hidden]}. */
  private String context(String h, String alpha) {
    graph.node("Transpose", List.of(h), "steps_nt", integers("perm", 1, 0, 2));
    graph.node("MatMul", List.of(alpha, "steps_nt"), "context_heads");
    String shape = graph.int64s("context_shape", 0, weights.emotion().input());
    return graph.node("Reshape", List.of("context_heads", shape), "context");
  }

  private String logits(String name, Head head, String context) {
    return graph.node(
        "Gemm",
        List.of(
            context,
            graph.floats(name + "_W", head.w(), head.input(), head.classes()),
            graph.floats(name + "_b", head.b(), head.classes())),
        name + "_logits");
  }

  private void softmax(String logits, String output) {
    graph.node("Softmax", List.of(logits), output, integer("axis", 1));
  }
}
