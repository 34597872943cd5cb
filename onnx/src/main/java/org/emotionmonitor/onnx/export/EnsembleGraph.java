package org.emotionmonitor.onnx.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static org.emotionmonitor.onnx.ModelContract.ATTENTION;
import static org.emotionmonitor.onnx.ModelContract.EMOTION;
import static org.emotionmonitor.onnx.ModelContract.RATE;
import static org.emotionmonitor.onnx.ModelContract.VOLUME;
import static org.emotionmonitor.onnx.export.GraphBuilder.integer;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One graph out of several of the same contract. Probabilities are the softmax of the members' mean
 * log-probabilities, which is that of their mean logits; attention weights are means. What two
 * members compute alike, such as the normalization, is in the graph once.
 */
final class EnsembleGraph {

  /** Below any probability that matters, and its logarithm is finite. */
  private static final float SMALLEST_PROBABILITY = 1e-30f;

  private static final List<String> PROBABILITIES = List.of(EMOTION, RATE, VOLUME);

  private final GraphProto.Builder graph;
  private final Set<String> inputs = new HashSet<>();

  /** Names by what they stand for: equal contents and equal computations have one. */
  private final Map<Object, String> known = new HashMap<>();

  private EnsembleGraph(GraphProto like) {
    graph = GraphProto.newBuilder().setName("mean_of_" + like.getName());
    graph.addAllInput(like.getInputList()).addAllOutput(like.getOutputList());
    like.getInputList().stream().map(ValueInfoProto::getName).forEach(inputs::add);
  }

  /** The mean of {@code members}; one alone stays as it is. */
  static GraphProto of(List<GraphProto> members) {
    if (members.size() == 1) {
      return members.get(0);
    }
    EnsembleGraph ensemble = new EnsembleGraph(members.get(0));
    List<Map<String, String>> names = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      names.add(ensemble.add(members.get(m), "member" + (m + 1) + "_"));
    }
    return ensemble.means(names).build();
  }

  /** Adds a member's nodes; returns what its names have become. */
  private Map<String, String> add(GraphProto member, String prefix) {
    Map<String, String> names = new HashMap<>();
    names.put("", "");
    inputs.forEach(name -> names.put(name, name));
    for (TensorProto constant : member.getInitializerList()) {
      TensorProto content = constant.toBuilder().clearName().build();
      String name = known.computeIfAbsent(content, c -> constant(content, prefix, constant));
      names.put(constant.getName(), name);
    }
    for (NodeProto node : member.getNodeList()) {
      NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput().clearName();
      node.getInputList().forEach(input -> renamed.addInput(names.get(input)));
      NodeProto computation = renamed.build();
      String output = known.computeIfAbsent(computation, c -> node(computation, prefix, node));
      names.put(node.getOutput(0), output);
    }
    return names;
  }

  private String constant(TensorProto content, String prefix, TensorProto original) {
    String name = prefix + original.getName();
    graph.addInitializer(content.toBuilder().setName(name));
    return name;
  }

  private String node(NodeProto computation, String prefix, NodeProto original) {
    String output = prefix + original.getOutput(0);
    graph.addNode(computation.toBuilder().setName(prefix + original.getName()).addOutput(output));
    return output;
  }

  private GraphProto.Builder means(List<Map<String, String>> names) {
    ByteBuffer smallest = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    smallest.putFloat(0, SMALLEST_PROBABILITY);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("smallest_probability")
            .setDataType(FLOAT.getNumber())
            .addDims(1)
            .setRawData(ByteString.copyFrom(smallest.array())));
    for (String output : PROBABILITIES) {
      List<String> logs = new ArrayList<>();
      for (int m = 0; m < names.size(); m++) {
        String own = names.get(m).get(output);
        String log = output + "_log" + (m + 1);
        node("Max", List.of(own, "smallest_probability"), log + "_floor");
        logs.add(node("Log", List.of(log + "_floor"), log));
      }
      node("Mean", logs, output + "_mean_log");
      graph.addNode(
          NodeProto.newBuilder()
              .setOpType("Softmax")
              .setName("Softmax_" + output)
              .addInput(output + "_mean_log")
              .addOutput(output)
              .addAttribute(integer("axis", 1)));
    }
    node("Mean", names.stream().map(n -> n.get(ATTENTION)).toList(), ATTENTION);
    return graph;
  }

  private String node(String type, List<String> from, String output) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(type)
            .setName(type + "_" + output)
            .addAllInput(from)
            .addOutput(output));
    return output;
  }
}
