package org.emotionmonitor.onnx.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.GraphDigest;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Sha256;

/** Writes the model file: ONNX, IR version 8, opset 17. */
public final class GraphWriter {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private GraphWriter() {}

  /** {@link #write(ModelWeights, ModelMetadata, Precision)} in float32. */
  public static byte[] write(ModelWeights weights, ModelMetadata metadata) {
    return write(weights, metadata, Precision.FP32);
  }

  /**
   * The model file's bytes; equal weights and metadata give equal bytes.
   *
   * @throws IllegalArgumentException if the network's input is not the feature spec's 205 numbers
   *     per frame, or a head does not have one class per label of the metadata
   */
  public static byte[] write(ModelWeights weights, ModelMetadata metadata, Precision precision) {
    return write(weights, metadata, precision, Map.of());
  }

  /**
   * The same with more entries in {@code metadata_props}.
   *
   * @param more keys that {@link ModelMetadata} does not have
   */
  public static byte[] write(
      ModelWeights weights, ModelMetadata metadata, Precision precision, Map<String, String> more) {
    return write(List.of(weights), metadata, precision, more);
  }

  /**
   * The same of several networks, whose answers the model averages: probabilities are the softmax
   * of the mean logits.
   *
   * @param members at least one
   */
  public static byte[] write(
      List<ModelWeights> members,
      ModelMetadata metadata,
      Precision precision,
      Map<String, String> more) {
    Checks.size("networks of a model", members.size());
    members.forEach(weights -> check(weights, metadata));
    GraphProto graph =
        EnsembleGraph.of(
            members.stream()
                .map(weights -> new NetworkGraph(weights, lstm(precision)).build())
                .toList());
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("emotion-monitor")
            .setProducerVersion(metadata.trainerVersion())
            .addOpsetImport(opset(GraphBuilder.ONNX, OPSET))
            .setGraph(graph);
    if (precision == Precision.INT8) {
      model.addOpsetImport(opset(GraphBuilder.MICROSOFT, 1));
    }
    metadata.toProps().forEach((key, value) -> model.addMetadataProps(property(key, value)));
    new TreeMap<>(more).forEach((key, value) -> model.addMetadataProps(property(key, value)));
    model.addMetadataProps(property(GraphDigest.KEY, Sha256.hex(graph.toByteArray())));
    return model.build().toByteArray();
  }

  private static void check(ModelWeights weights, ModelMetadata metadata) {
    Checks.equal("features", weights.features(), "the feature spec", FeatureSpec.FEATURES);
    checkClasses("emotion", weights.emotion(), metadata.emotions());
    checkClasses("rate", weights.rate(), metadata.rates());
    checkClasses("volume", weights.volume(), metadata.volumes());
  }

  private static void checkClasses(String name, Head head, List<String> labels) {
    Checks.equal(
        "classes of the %s head".formatted(name), head.classes(), "its labels", labels.size());
  }

  private static LstmWriter lstm(Precision precision) {
    return switch (precision) {
      case FP32 -> new FloatLstm();
      case INT8 -> new QuantizedLstm();
      case FP16 -> new HalfLstm();
    };
  }

  private static StringStringEntryProto property(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static OperatorSetIdProto opset(String domain, int version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }
}
