package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.Head;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.junit.jupiter.api.Test;

/** Models that load in ONNX Runtime, and that this build must not score with. */
class ModelRefusalTest {

  private static final byte[] GOOD = Models.bytes();

  @Test
  void shouldRefuseWhenTheFeatureSpecDiffers() {
    refused(
        Tamper.with(GOOD).metadata("feature_spec", "v0"),
        "model test: feature spec is v0, expected v1; train the model again");
  }

  @Test
  void shouldRefuseWhenTheHashOfTheFeatureSpecDiffers() {
    refused(
        Tamper.with(GOOD).metadata("feature_spec_hash", "0123456789abcdef"),
        "model test: hash of feature spec v1 is 0123456789abcdef, expected "
            + FeatureSpec.hash()
            + "; train the model again");
  }

  @Test
  void shouldRefuseWhenLabelsAreInAnotherOrder() {
    refused(
        Tamper.with(GOOD).metadata("labels_emotion", "friendly,cheerful,neutral,sad,unfriendly"),
        "labels of the emotion output is [friendly, cheerful, neutral, sad, unfriendly],"
            + " expected [cheerful, friendly, neutral, sad, unfriendly]; export");
    refused(
        Tamper.with(GOOD).metadata("labels_rate", "fast,medium,slow"),
        "labels of the rate output is [fast, medium, slow], expected [slow, medium, fast]; export");
    refused(
        Tamper.with(GOOD).metadata("labels_volume", "soft,loud"),
        "labels of the volume output is [soft, loud], expected [soft, medium, loud]; export");
  }

  @Test
  void shouldRefuseWhenMetadataIsMissing() {
    refused(
        Tamper.with(GOOD).metadata("model_version", null),
        "model test: metadata \"model_version\" is missing; export the model again");
  }

  @Test
  void shouldRefuseWhenAnInputHasAnotherName() {
    refused(
        Tamper.with(GOOD)
            .graph(
                graph -> {
                  graph.getInputBuilder(0).setName("audio");
                  graph.getNodeBuilderList().forEach(node -> rename(node, "features", "audio"));
                }),
        "set of inputs is [audio, lengths], expected [features, lengths]; export");
  }

  @Test
  void shouldRefuseWhenAnOutputIsTooMany() {
    refused(
        Tamper.with(GOOD)
            .graph(graph -> graph.addOutput(graph.getOutput(0).toBuilder().setName("context"))),
        "set of outputs is [attention, context, emotion, rate, volume],"
            + " expected [attention, emotion, rate, volume]; export");
  }

  @Test
  void shouldRefuseWhenAnOutputHasAnotherShape() {
    ModelWeights w = Models.weights(4);
    ModelMetadata m = Models.METADATA;
    ModelMetadata four =
        new ModelMetadata(
            m.spec(),
            m.specHash(),
            List.of("a", "b", "c", "d"),
            m.rates(),
            m.volumes(),
            m.name(),
            m.version(),
            m.corpora(),
            m.split(),
            m.metrics(),
            m.trainerVersion(),
            m.date());
    ModelWeights fourClasses =
        new ModelWeights(
            w.mean(),
            w.std(),
            w.layers().get(0),
            w.layers().get(1),
            w.attention(),
            new Head(new float[8 * 4], new float[4]),
            w.rate(),
            w.volume(),
            1);

    refused(
        Tamper.with(GraphWriter.write(fourClasses, four))
            .metadata("labels_emotion", String.join(",", m.emotions())),
        "output \"emotion\" is float[?, 4], expected float[?, 5]; export");
  }

  @Test
  void shouldRefuseWhenAnInputHasAFixedBatch() {
    refused(
        Tamper.with(GOOD)
            .graph(
                graph ->
                    graph
                        .getInputBuilder(1)
                        .getTypeBuilder()
                        .getTensorTypeBuilder()
                        .getShapeBuilder()
                        .getDimBuilder(0)
                        .setDimValue(1)),
        "input \"lengths\" is int32[1], expected int32[?]; export");
  }

  @Test
  void shouldRefuseWhenAWeightChangedAfterTheExport() {
    refused(
        Tamper.with(GOOD).constant("emotion_W", (byte) 1), "the file is damaged or was changed");
  }

  @Test
  void shouldRefuseWhenAnOutputIsNoProbability() {
    refused(
        Tamper.with(GOOD)
            .node("emotion", node -> node.clearAttribute().setOpType("Identity").setDomain("")),
        "output \"emotion\" of a trial window is [");
  }

  @Test
  void shouldRefuseWhenAWeightIsNotANumber() {
    byte[] nan = {0, 0, (byte) 0xc0, 0x7f};
    refused(
        Tamper.with(GOOD).constant("rate_b", nan).metadata(GraphDigest.KEY, null),
        "output \"rate\" of a trial window is [NaN, NaN, NaN], expected probabilities that sum to 1");
  }

  @Test
  void shouldAcceptWhenAnotherExporterLeftTheDigestOut() {
    try (Scorer scorer = Models.open(Tamper.with(GOOD).metadata(GraphDigest.KEY, null).bytes())) {
      assertThat(scorer.info().metadata()).isEqualTo(Models.METADATA);
    }
  }

  private static void rename(NodeProto.Builder node, String from, String to) {
    for (int i = 0; i < node.getInputCount(); i++) {
      if (node.getInput(i).equals(from)) {
        node.setInput(i, to);
      }
    }
  }

  private static void refused(Tamper model, String message) {
    assertThatThrownBy(() -> Models.open(model.bytes()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
