package org.emotionmonitor.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.function.Consumer;

/** Changes a model file as a wrong exporter, or a wrong disk, would. */
final class Tamper {

  private final ModelProto.Builder model;

  private Tamper(ModelProto.Builder model) {
    this.model = model;
  }

  static Tamper with(byte[] model) {
    try {
      return new Tamper(ModelProto.parseFrom(model).toBuilder());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  /** Sets or, with null, removes an entry of the metadata. */
  Tamper metadata(String key, String value) {
    for (int i = model.getMetadataPropsCount() - 1; i >= 0; i--) {
      if (model.getMetadataProps(i).getKey().equals(key)) {
        model.removeMetadataProps(i);
      }
    }
    if (value != null) {
      model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }
    return this;
  }

  /** Changes the graph and leaves its digest out, as an exporter that knows none would. */
  Tamper graph(Consumer<GraphProto.Builder> change) {
    change.accept(model.getGraphBuilder());
    return metadata(GraphDigest.KEY, null);
  }

  /** Changes the node with this output. */
  Tamper node(String output, Consumer<NodeProto.Builder> change) {
    return graph(
        graph ->
            graph.getNodeBuilderList().stream()
                .filter(node -> node.getOutput(0).equals(output))
                .forEach(change));
  }

  /** Overwrites a constant's first four bytes. */
  Tamper constant(String name, byte... first) {
    for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
      if (tensor.getName().equals(name)) {
        byte[] raw = tensor.getRawData().toByteArray();
        System.arraycopy(first, 0, raw, 0, first.length);
        tensor.setRawData(ByteString.copyFrom(raw));
      }
    }
    return this;
  }

  byte[] bytes() {
    return model.build().toByteArray();
  }
}
