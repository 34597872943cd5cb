package org.emotionmonitor.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleGraphTest {

  private static final ModelMetadata METADATA =
      ModelMetadata.of("a", "1", List.of("c"), "s", "{}", "t", LocalDate.of(2026, 11, 25));

  private static final int[] LENGTHS = {50, 17};
  private static final int TIME = 50;

  private final List<ModelWeights> members =
      List.of(RandomWeights.of(1, 8), RandomWeights.of(2, 8), RandomWeights.of(3, 8));

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FP32", "INT8"})
  void shouldAnswerWithTheSoftmaxOfTheMeanLogits(Precision precision) {
    float[] features = features();
    Scores mean = score(members, precision, features);
    List<Scores> own = members.stream().map(m -> score(List.of(m), precision, features)).toList();

    for (int row = 0; row < LENGTHS.length; row++) {
      int r = row;
      close(mean.emotion()[r], softmaxOfMeanLogs(own.stream().map(s -> s.emotion()[r]).toList()));
      close(mean.rate()[r], softmaxOfMeanLogs(own.stream().map(s -> s.rate()[r]).toList()));
      close(mean.volume()[r], softmaxOfMeanLogs(own.stream().map(s -> s.volume()[r]).toList()));
      float[] attention = new float[TIME];
      own.forEach(
          s -> {
            for (int t = 0; t < TIME; t++) {
              attention[t] += s.attention()[r][t] / members.size();
            }
          });
      close(mean.attention()[r], attention);
    }
  }

  @Test
  void shouldHaveOnceWhatTheMembersShare() throws Exception {
    ModelWeights first = members.get(0);
    int alone = nodes(List.of(first));
    int means = 3 * (2 * 2 + 2) + 1;
    assertThat(nodes(List.of(first, first))).as("equal members").isEqualTo(alone + means);
    int more = 3 * (2 * 3 + 2) + 1;
    assertThat(nodes(members)).as("time and mask are shared").isLessThan(3 * alone + more);
  }

  @Test
  void shouldStayAsItIsWhenThereIsOneMember() {
    ModelWeights first = members.get(0);
    assertThat(GraphWriter.write(List.of(first), METADATA, Precision.FP32, Map.of()))
        .isEqualTo(GraphWriter.write(first, METADATA));
  }

  @Test
  void shouldRefuseWhenThereIsNoMember() {
    assertThatThrownBy(() -> GraphWriter.write(List.of(), METADATA, Precision.FP32, Map.of()))
        .hasMessage("networks of a model is 0, expected at least 1");
  }

  private static int nodes(List<ModelWeights> weights) throws Exception {
    return ModelProto.parseFrom(GraphWriter.write(weights, METADATA, Precision.FP32, Map.of()))
        .getGraph()
        .getNodeCount();
  }

  private static Scores score(List<ModelWeights> weights, Precision precision, float[] features) {
    byte[] model = GraphWriter.write(weights, METADATA, precision, Map.of());
    try (Scorer scorer = Scorer.open(model, "test", ScorerOptions.defaults())) {
      return scorer.score(features, LENGTHS, LENGTHS.length, TIME);
    }
  }

  private static float[] softmaxOfMeanLogs(List<float[]> probabilities) {
    float[] mean = new float[probabilities.get(0).length];
    float sum = 0;
    for (int c = 0; c < mean.length; c++) {
      double log = 0;
      for (float[] p : probabilities) {
        log += Math.log(p[c]) / probabilities.size();
      }
      mean[c] = (float) Math.exp(log);
      sum += mean[c];
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= sum;
    }
    return mean;
  }

  private static void close(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  private static float[] features() {
    Random random = new Random(5);
    float[] features = new float[LENGTHS.length * TIME * FeatureSpec.FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = 3 * (float) random.nextGaussian();
    }
    return features;
  }
}
