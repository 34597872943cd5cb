package org.emotionmonitor.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.junit.jupiter.api.Test;

class GraphWriterTest {

  private static final ModelMetadata METADATA =
      ModelMetadata.of("a", "1", List.of("c"), "s", "{}", "t", LocalDate.of(2026, 11, 22));

  @Test
  void shouldDeclareVersionsAndNumbersWhenWritten() throws Exception {
    ModelProto model = ModelProto.parseFrom(GraphWriter.write(RandomWeights.of(1, 128), METADATA));

    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getOpsetImportCount()).isEqualTo(1);
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
    assertThat(model.getProducerName()).isEqualTo("emotion-monitor");
    // Parameters of the design: two LSTM layers, attention, heads; and the constants around them.
    long floats =
        model.getGraph().getInitializerList().stream()
            .filter(tensor -> tensor.getDataType() == 1)
            .mapToLong(tensor -> tensor.getRawData().size() / 4)
            .sum();
    long zeroBiases = 2 * 2 * 4 * 128;
    long constants = 2 * 205 + 3;
    assertThat(floats - zeroBiases - constants).isEqualTo(805_131);
  }

  @Test
  void shouldHalveTheLayersWhenWrittenForCuda() throws Exception {
    ModelWeights weights = RandomWeights.of(1, 16);
    ModelProto model =
        ModelProto.parseFrom(
            GraphWriter.write(weights, METADATA, Precision.FP16, Map.of("more", "said")));
    Map<String, TensorProto> constants =
        model.getGraph().getInitializerList().stream()
            .collect(Collectors.toMap(TensorProto::getName, Function.identity()));
    TensorProto w = constants.get("layer1_W");
    assertThat(w.getDataType()).isEqualTo(TensorProto.DataType.FLOAT16.getNumber());
    ShortBuffer halfs =
        w.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] forward = weights.layers().get(0).forward().w();
    for (int i = 0; i < forward.length; i++) {
      assertThat(Fp16Conversions.fp16ToFloat(halfs.get(i))).isCloseTo(forward[i], within(5e-4f));
    }
    assertThat(constants.get("attention_W").getDataType())
        .isEqualTo(TensorProto.DataType.FLOAT.getNumber());
    assertThat(model.getMetadataPropsList())
        .anyMatch(p -> p.getKey().equals("more") && p.getValue().equals("said"));
  }

  @Test
  void shouldWriteEqualBytesWhenTheInputIsEqual() {
    assertThat(GraphWriter.write(RandomWeights.of(1, 2), METADATA))
        .isEqualTo(GraphWriter.write(RandomWeights.of(1, 2), METADATA));
  }

  @Test
  void shouldRefuseWhenTheNetworkHasOtherFeaturesThanTheSpec() {
    ModelWeights w = RandomWeights.of(1, 2);
    ModelWeights narrow =
        new ModelWeights(
            new float[] {0, 0, 0, 0},
            new float[] {1, 1, 1, 1},
            w.layers().get(1),
            w.layers().get(1),
            w.attention(),
            w.emotion(),
            w.rate(),
            w.volume(),
            1);

    assertThatThrownBy(() -> GraphWriter.write(narrow, METADATA))
        .hasMessage("features: 4, expected 205 (the feature spec)");
  }

  @Test
  void shouldRefuseWhenAHeadHasOtherClassesThanLabels() {
    ModelWeights w = RandomWeights.of(1, 2);
    ModelWeights swapped =
        new ModelWeights(
            w.mean(),
            w.std(),
            w.layers().get(0),
            w.layers().get(1),
            w.attention(),
            /* emotion= */ w.rate(),
            /* rate= */ w.emotion(),
            w.volume(),
            1);

    assertThatThrownBy(() -> GraphWriter.write(swapped, METADATA))
        .hasMessage("classes of the emotion head: 3, expected 5 (its labels)");
  }
}
