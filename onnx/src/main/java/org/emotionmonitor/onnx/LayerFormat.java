package org.emotionmonitor.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** Finds the number format of a model's layers by what is in its graph. */
final class LayerFormat {

  // Numbers of fields in ONNX's protobuf messages.
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int NODE_OPERATOR = 4;
  private static final int TENSOR_TYPE = 2;

  private static final int FLOAT16 = 10;
  private static final String INT8_OPERATOR = "DynamicQuantizeLSTM";

  private Precision found = Precision.FP32;

  private LayerFormat() {}

  /** The format of a serialized {@code ModelProto}; float32 if nothing tells of another. */
  static Precision of(byte[] model) {
    LayerFormat format = new LayerFormat();
    try {
      format.model(CodedInputStream.newInstance(model));
    } catch (IOException e) {
      return Precision.FP32;
    }
    return format.found;
  }

  private void model(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == MODEL_GRAPH) {
        nested(in, this::graph);
      } else {
        in.skipField(tag);
      }
    }
  }

  private void graph(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case GRAPH_NODE -> nested(in, this::node);
        case GRAPH_INITIALIZER -> nested(in, this::tensor);
        default -> in.skipField(tag);
      }
    }
  }

  private void node(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) != NODE_OPERATOR) {
        in.skipField(tag);
      } else if (in.readString().equals(INT8_OPERATOR)) {
        found = Precision.INT8;
      }
    }
  }

  private void tensor(CodedInputStream in) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) != TENSOR_TYPE) {
        in.skipField(tag);
      } else if (in.readInt32() == FLOAT16) {
        found = Precision.FP16;
      }
    }
  }

  private interface Message {

    void read(CodedInputStream in) throws IOException;
  }

  private static void nested(CodedInputStream in, Message message) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    message.read(in);
    in.popLimit(limit);
  }
}
