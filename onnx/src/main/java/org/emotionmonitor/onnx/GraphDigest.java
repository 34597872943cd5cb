package org.emotionmonitor.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Optional;

/**
 * SHA-256 of the graph inside a model file; the writer stores it beside the graph. A flipped bit in
 * the weights is still valid ONNX: only a digest finds it.
 */
public final class GraphDigest {

  /** Key of {@code metadata_props}. */
  public static final String KEY = "graph_sha256";

  /** Number of the field {@code graph} in ONNX's {@code ModelProto}. */
  private static final int GRAPH = 7;

  private GraphDigest() {}

  /** The digest of a serialized {@code ModelProto}'s graph; empty if it has none. */
  public static Optional<String> of(byte[] model) {
    CodedInputStream in = CodedInputStream.newInstance(model);
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == GRAPH
            && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
          return Optional.of(Sha256.hex(in.readByteArray()));
        }
        in.skipField(tag);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
