package org.emotionmonitor.onnx.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static org.emotionmonitor.onnx.ModelContract.LENGTHS;
import static org.emotionmonitor.onnx.export.GraphBuilder.integer;

import java.util.List;

/**
 * The parts of the graph that turn T frames into S = ceil(T / n) steps of n averaged frames, and
 * the steps' attention back into the frames'. A step counts the frames that are within the window's
 * length; with one frame per step nothing is added to the graph but names.
 */
final class StepGraph {

  private final GraphBuilder graph;
  private final int frames;
  private final String time;
  private final String mask;
  private final String lengths;

  /**
   * @param frames per step
   * @param time T, int64 {@code [1]}
   * @param frameMask bool {@code [N, T]}
   */
  StepGraph(GraphBuilder graph, int frames, String time, String frameMask) {
    this.graph = graph;
    this.frames = frames;
    this.time = time;
    if (frames == 1) {
      mask = frameMask;
      lengths = LENGTHS;
      return;
    }
    padding();
    lengths = stepLengths();
    graph.node("Cast", List.of(frameMask), "frame_counts", integer("to", FLOAT.getNumber()));
    graph.node("Unsqueeze", List.of("frame_counts", "axis_2"), "frame_counts_column");
    sums("frame_counts_column", 1, "step_counts");
    graph.floats("one", new float[] {1});
    graph.node("Max", List.of("step_counts", "one"), "step_divisors");
    graph.node("Squeeze", List.of("step_counts", "axis_2"), "step_counts_row");
    graph.floats("half", new float[] {0.5f});
    mask = graph.node("Greater", List.of("step_counts_row", "half"), "step_mask");
  }

  /** Which steps count, bool {@code [N, S]}. */
  String mask() {
    return mask;
  }

  /** Steps of each window, int32 {@code [N]}. */
  String lengths() {
    return lengths;
  }

  /** {@code [N, T, width]}, zero on padding, to {@code [N, S, width]}. */
  String average(String seen, int width) {
    if (frames == 1) {
      return seen;
    }
    return graph.node("Div", List.of(sums(seen, width, "step_sums"), "step_divisors"), "steps");
  }

  /** Weights of steps {@code [N, S]} to the output {@code [N, T]}: a frame has its step's share. */
  void spread(String weights, String output) {
    if (frames == 1) {
      graph.node("Identity", List.of(weights), output);
      return;
    }
    graph.node("Unsqueeze", List.of(weights, "axis_2"), "step_weights");
    graph.node("Div", List.of("step_weights", "step_divisors"), "step_shares");
    graph.int64s("each_frame", 1, 1, frames);
    graph.node("Expand", List.of("step_shares", "each_frame"), "frame_shares");
    graph.int64s("one_row", 0, -1);
    graph.node("Reshape", List.of("frame_shares", "one_row"), "frame_shares_padded");
    graph.int64s("from_first", 0);
    graph.node(
        "Slice", List.of("frame_shares_padded", "from_first", time, "axis_1"), "frame_shares_cut");
    graph.node("Mul", List.of("frame_shares_cut", "frame_counts"), output);
  }

  /** How many frames are missing to a whole number of steps: {@code (-T) mod n}, at the end. */
  private void padding() {
    graph.node("Neg", List.of(time), "frames_negative");
    graph.node("Mod", List.of("frames_negative", graph.int64s("per_step", frames)), "frames_short");
    graph.node(
        "Concat",
        List.of(graph.int64s("pad_before", 0, 0, 0, 0), "frames_short", "axis_0"),
        "pads",
        integer("axis", 0));
  }

  private String stepLengths() {
    graph.node(
        "Add", List.of(LENGTHS, graph.int32("per_step_less_1", frames - 1)), "lengths_rounded");
    return graph.node(
        "Div", List.of("lengths_rounded", graph.int32("per_step_32", frames)), "step_lengths");
  }

  /** {@code [N, T, width]} to its sums over each step's frames, {@code [N, S, width]}. */
  private String sums(String x, int width, String output) {
    graph.node("Pad", List.of(x, "pads"), output + "_padded");
    String shape = graph.int64s(output + "_shape", 0, -1, frames, width);
    graph.node("Reshape", List.of(output + "_padded", shape), output + "_frames");
    return graph.node(
        "ReduceSum", List.of(output + "_frames", "axis_2"), output, integer("keepdims", 0));
  }
}
