package org.emotionmonitor.onnx.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static org.emotionmonitor.onnx.ModelContract.FEATURES;
import static org.emotionmonitor.onnx.export.GraphBuilder.integer;
import static org.emotionmonitor.onnx.export.GraphBuilder.integers;

import java.util.Arrays;
import java.util.List;

/** The part of the graph from raw features to what is seen of each frame, {@code [N, T, width]}. */
final class InputGraph {

  private final GraphBuilder graph;
  private final ModelWeights weights;

  InputGraph(GraphBuilder graph, ModelWeights weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /**
   * Padding becomes zero first, so that not even a NaN in it reaches a matrix product or the range
   * of a quantized input.
   */
  String build(String mask) {
    normalize(FEATURES);
    column(mask);
    return view(graph.node("Where", List.of("mask_column", "scaled", "padding"), "normalized"));
  }

  /** The features, zero on padding. */
  String raw(String mask) {
    column(mask);
    return graph.node("Where", List.of("mask_column", FEATURES, "padding"), "raw");
  }

  /** Z-scores of steps' means, zero on padding. */
  String zScores(String means, String stepMask) {
    normalize(means);
    return onSteps(stepMask, "scaled", "normalized");
  }

  /**
   * Steps' means, less the window's mean and divided by its deviation, zero on padding. Sums and
   * deviation are of the frames: (z − mean z) / √(var z + floor), where z = (x − mean) / std, is (x
   * − mean x) / √(var x + floor · std²).
   *
   * @param raw the frames, zero on padding
   */
  String standardized(String raw, String means, String stepMask) {
    count("mask_column");
    graph.node("ReduceSum", List.of(raw, "axis_1"), "window_sum", integer("keepdims", 1));
    graph.node("Div", List.of("window_sum", "counted_n"), "window_mean");
    graph.node("Sub", List.of(raw, "window_mean"), "less_mean");
    graph.node("Where", List.of("mask_column", "less_mean", "padding"), "centred");
    graph.node(
        "ReduceSumSquare",
        List.of("centred"),
        "window_squares",
        integers("axes", 1),
        integer("keepdims", 1));
    graph.node("Div", List.of("window_squares", "counted_n"), "window_variance");
    graph.node("Add", List.of("window_variance", floors()), "window_variance_floor");
    graph.node("Sqrt", List.of("window_variance_floor"), "window_deviation");
    graph.node("Sub", List.of(means, "window_mean"), "step_offset");
    graph.node("Div", List.of("step_offset", "window_deviation"), "step_scores");
    return onSteps(stepMask, "step_scores", "seen");
  }

  /** Zero on steps that are padding. */
  private String onSteps(String stepMask, String x, String output) {
    graph.node("Unsqueeze", List.of(stepMask, "axis_2"), "step_mask_column");
    return graph.node("Where", List.of("step_mask_column", x, "padding"), output);
  }

  /** The smallest variance of each feature in its own unit. */
  private String floors() {
    float[] floors = new float[weights.features()];
    for (int d = 0; d < floors.length; d++) {
      floors[d] = weights.view().smallestVariance() * weights.std()[d] * weights.std()[d];
    }
    return graph.floats("smallest_variances", floors, floors.length);
  }

  private void normalize(String x) {
    int features = weights.features();
    graph.node("Sub", List.of(x, graph.floats("mean", weights.mean(), features)), "offset");
    graph.node("Div", List.of("offset", graph.floats("std", weights.std(), features)), "scaled");
  }

  private void column(String mask) {
    graph.node("Unsqueeze", List.of(mask, "axis_2"), "mask_column");
    graph.floats("padding", new float[] {0});
  }

  private String view(String scores) {
    InputView view = weights.view();
    if (!view.relative()) {
      return scores;
    }
    String counted = counted(scores, view);
    String mean = windowMean(scores, counted, "window_mean");
    if (view.kept() > 0) {
      mean = graph.node("Mul", List.of(mean, where("not_kept", 0, 1)), "window_mean_taken");
    }
    graph.node("Sub", List.of(scores, mean), "less_mean");
    // What padding has become must not count in the variance, nor reach the network.
    String centred = graph.node("Where", List.of("mask_column", "less_mean", "padding"), "centred");
    String relative = limited(view.scaled() ? scaled(centred, counted, view) : centred, view);
    return view.absolute()
        ? graph.node("Concat", List.of(scores, relative), "seen", integer("axis", 2))
        : relative;
  }

  /**
   * Which frames mean and deviation are of, bool {@code [N, T, 1]}; their number is "counted_n".
   */
  private String counted(String scores, InputView view) {
    String counted = "mask_column";
    if (Float.isFinite(view.activeRange())) {
      graph.int64s("level_feature", 0);
      graph.node("Gather", List.of(scores, "level_feature"), "level_scores", integer("axis", 2));
      graph.floats("below_all", new float[] {-Float.MAX_VALUE});
      graph.node("Where", List.of("mask_column", "level_scores", "below_all"), "level");
      graph.node("ReduceMax", List.of("level"), "loudest", integers("axes", 1));
      graph.floats("active_range", new float[] {view.activeRange()});
      graph.node("Sub", List.of("loudest", "active_range"), "active_from");
      graph.node("GreaterOrEqual", List.of("level", "active_from"), "active_or_padding");
      counted = graph.node("And", List.of("active_or_padding", "mask_column"), "active");
    }
    count(counted);
    return counted;
  }

  /** How many frames of each window count, as "counted_n". */
  private void count(String counted) {
    graph.node("Cast", List.of(counted), "counted", integer("to", FLOAT.getNumber()));
    graph.node("ReduceSum", List.of("counted", "axis_1"), "counted_n", integer("keepdims", 1));
  }

  private String limited(String x, InputView view) {
    if (Float.isInfinite(view.limit())) {
      return x;
    }
    graph.floats("limit_low", new float[] {-view.limit()});
    graph.floats("limit_high", new float[] {view.limit()});
    graph.node("Max", List.of(x, "limit_low"), "limited_below");
    return graph.node("Min", List.of("limited_below", "limit_high"), "limited");
  }

  private String scaled(String centred, String counted, InputView view) {
    graph.node("Mul", List.of(centred, centred), "squares");
    windowMean("squares", counted, "window_variance");
    String floor = graph.floats("smallest_variance", new float[] {view.smallestVariance()});
    graph.node("Add", List.of("window_variance", floor), "window_variance_floor");
    String deviation = graph.node("Sqrt", List.of("window_variance_floor"), "window_deviation");
    if (view.kept() > 0) {
      // d^0 is 1: what is kept is not divided.
      deviation = graph.node("Pow", List.of(deviation, where("power", 0, 1)), "window_divisor");
    }
    return graph.node("Div", List.of(centred, deviation), "standardized");
  }

  /** A constant {@code [F]}: one number for the features that are kept, another for the rest. */
  private String where(String name, float kept, float rest) {
    float[] values = new float[weights.features()];
    Arrays.fill(values, rest);
    Arrays.fill(values, 0, weights.view().kept(), kept);
    return graph.floats(name, values, values.length);
  }

  /** {@code [N, T, F]} to its mean over the counted frames, {@code [N, 1, F]}. */
  private String windowMean(String x, String counted, String output) {
    String values = graph.node("Where", List.of(counted, x, "padding"), output + "_values");
    graph.node("ReduceSum", List.of(values, "axis_1"), output + "_sum", integer("keepdims", 1));
    return graph.node("Div", List.of(output + "_sum", "counted_n"), output);
  }
}
