package org.emotionmonitor.onnx.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Collects the nodes and constants of one graph; every method returns the name it defined. */
final class GraphBuilder {

  /** Operators of ONNX itself. */
  static final String ONNX = "";

  /** Operators that ONNX Runtime adds. */
  static final String MICROSOFT = "com.microsoft";

  private final GraphProto.Builder graph;

  GraphBuilder(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** A node with one output. */
  String node(String type, List<String> inputs, String output, AttributeProto... attributes) {
    return node(ONNX, type, inputs, output, attributes);
  }

  /** A node of another operator domain, with one output; an empty input name leaves it out. */
  String node(
      String domain,
      String type,
      List<String> inputs,
      String output,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(type)
            .setName(type + "_" + output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return output;
  }

  /** Float constant, row-major. */
  String floats(String name, float[] values, long... dims) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT, ByteString.copyFrom(bytes.array()), dims);
  }

  /** Float16 constant of the nearest values, row-major. */
  String halfs(String name, float[] values, long... dims) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(HalfFloat.of(value));
    }
    return constant(name, TensorProto.DataType.FLOAT16, ByteString.copyFrom(bytes.array()), dims);
  }

  /** Signed byte constant, row-major. */
  String int8s(String name, byte[] values, long... dims) {
    return constant(name, TensorProto.DataType.INT8, ByteString.copyFrom(values), dims);
  }

  /** Int32 scalar. */
  String int32(String name, int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return constant(name, TensorProto.DataType.INT32, ByteString.copyFrom(bytes));
  }

  /** Int64 vector, as axes and shapes are. */
  String int64s(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(
        name, TensorProto.DataType.INT64, ByteString.copyFrom(bytes.array()), values.length);
  }

  /** Graph input; a {@code Long} dimension is fixed, a {@code String} names a dynamic one. */
  void input(String name, TensorProto.DataType type, Object... dims) {
    graph.addInput(value(name, type, dims));
  }

  /** Graph output; dimensions as for {@link #input}. */
  void output(String name, TensorProto.DataType type, Object... dims) {
    graph.addOutput(value(name, type, dims));
  }

  GraphProto build() {
    return graph.build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto string(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  private String constant(String name, TensorProto.DataType type, ByteString raw, long... dims) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(raw);
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, Object... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dim : dims) {
      Dimension.Builder dimension = shape.addDimBuilder();
      if (dim instanceof Long fixed) {
        dimension.setDimValue(fixed);
      } else {
        dimension.setDimParam((String) dim);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
