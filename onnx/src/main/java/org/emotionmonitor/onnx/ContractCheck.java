package org.emotionmonitor.onnx;

import static org.emotionmonitor.onnx.ModelContract.ATTENTION;
import static org.emotionmonitor.onnx.ModelContract.EMOTION;
import static org.emotionmonitor.onnx.ModelContract.FEATURES;
import static org.emotionmonitor.onnx.ModelContract.LENGTHS;
import static org.emotionmonitor.onnx.ModelContract.RATE;
import static org.emotionmonitor.onnx.ModelContract.VOLUME;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;

/** Compares a loaded model with what this build computes and expects. */
final class ContractCheck {

  private static final String EXPORT = "export the model again with this build's trainer";

  private static final Map<String, String> INPUTS =
      Map.of(FEATURES, "float[?, ?, %d]".formatted(FeatureSpec.FEATURES), LENGTHS, "int32[?]");

  private static final Map<String, String> OUTPUTS =
      Map.of(
          EMOTION, "float[?, %d]".formatted(Emotion.values().length),
          RATE, "float[?, %d]".formatted(Rate.values().length),
          VOLUME, "float[?, %d]".formatted(Volume.values().length),
          ATTENTION, "float[?, ?]");

  private final ModelFile file;

  ContractCheck(ModelFile file) {
    this.file = file;
  }

  /** The model's metadata, if the model fits; otherwise a {@link ModelException}. */
  ModelMetadata check(OrtSession session) throws OrtException {
    Map<String, String> props = session.getMetadata().getCustomMetadata();
    ModelMetadata metadata = metadata(props);
    spec(metadata);
    same("labels of the emotion output", metadata.emotions(), Labelled.labels(Emotion.class));
    same("labels of the rate output", metadata.rates(), Labelled.labels(Rate.class));
    same("labels of the volume output", metadata.volumes(), Labelled.labels(Volume.class));
    ports("input", session.getInputInfo(), INPUTS);
    ports("output", session.getOutputInfo(), OUTPUTS);
    digest(props);
    return metadata;
  }

  private ModelMetadata metadata(Map<String, String> props) {
    try {
      return ModelMetadata.fromProps(props);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "model %s: %s; %s".formatted(file.source(), e.getMessage(), EXPORT), e);
    }
  }

  private void spec(ModelMetadata metadata) {
    String remedy = "train the model again with this build's features, or run the build it is for";
    if (!metadata.spec().equals(FeatureSpec.NAME)) {
      throw differs("feature spec", metadata.spec(), FeatureSpec.NAME, remedy);
    }
    if (!metadata.specHash().equals(FeatureSpec.hash())) {
      throw differs(
          "hash of feature spec " + FeatureSpec.NAME,
          metadata.specHash(),
          FeatureSpec.hash(),
          remedy);
    }
  }

  private void ports(String kind, Map<String, NodeInfo> found, Map<String, String> expected) {
    if (!found.keySet().equals(expected.keySet())) {
      throw differs("set of " + kind + "s", sorted(found), sorted(expected), EXPORT);
    }
    expected.forEach(
        (name, type) -> same(kind + " \"" + name + "\"", describe(found.get(name)), type));
  }

  private void digest(Map<String, String> props) {
    String expected = props.get(GraphDigest.KEY);
    String found = GraphDigest.of(file.bytes()).orElse("missing");
    if (expected != null && !expected.equals(found)) {
      throw differs(
          "SHA-256 of the graph",
          found,
          expected,
          "the file is damaged or was changed: copy it again, or " + EXPORT);
    }
  }

  private void same(String part, Object found, Object expected) {
    if (!found.equals(expected)) {
      throw differs(part, found, expected, EXPORT);
    }
  }

  private ModelException differs(String part, Object found, Object expected, String remedy) {
    return ModelException.differs(file.source(), part, found, expected, remedy);
  }

  private static String sorted(Map<String, ?> ports) {
    return new TreeMap<>(ports).keySet().toString();
  }

  private static String describe(NodeInfo port) {
    if (!(port.getInfo() instanceof TensorInfo tensor)) {
      return port.getInfo().toString();
    }
    return Arrays.stream(tensor.getShape())
        .mapToObj(dim -> dim < 0 ? "?" : Long.toString(dim))
        .collect(Collectors.joining(", ", tensor.type.name().toLowerCase(Locale.ROOT) + "[", "]"));
  }
}
