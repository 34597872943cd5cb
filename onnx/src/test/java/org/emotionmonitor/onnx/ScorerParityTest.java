package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.export.InputView;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.emotionmonitor.onnx.export.RandomWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime on the written graph against the textbook network. */
class ScorerParityTest {

  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "4, 1, 1, 1",
    "4, 1, 9, 9",
    "4, 3, 40, '40 1 17'",
    "16, 5, 77, '1 77 2 76 30'",
    "128, 2, 60, '60 31'",
    "128, 1, 600, 600"
  })
  void shouldEqualTheReferenceWhenWindowsAreFullOrPadded(
      int hidden, int n, int t, String lengthsText) {
    shouldEqualTheReference(Models.weights(hidden), n, t, lengthsText);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, true, false, false, 0, Infinity, Infinity, 1",
    "2, 1, true, false, false, 0, Infinity, Infinity, 4",
    "2, 3, false, true, false, 2, Infinity, 0.5, 1",
    "3, 1, false, true, true, 0, Infinity, Infinity, 5",
    "2, 1, false, true, true, 1, 0.7, 1.5, 31",
    "2, 4, true, true, false, 0, 0.2, Infinity, 2",
    "2, 2, true, true, true, 3, Infinity, Infinity, 3"
  })
  void shouldEqualTheReferenceWhateverTheNetworksShape(
      int layers,
      int heads,
      boolean absolute,
      boolean relative,
      boolean scaled,
      int kept,
      float activeRange,
      float limit,
      int framesPerStep) {
    InputView view =
        new InputView(absolute, relative, scaled, 0.01f, kept, activeRange, limit, framesPerStep);
    shouldEqualTheReference(RandomWeights.of(9, 6, view, layers, heads), 3, 30, "30 1 17");
  }

  private static void shouldEqualTheReference(
      ModelWeights weights, int n, int t, String lengthsText) {
    ReferenceNetwork reference = new ReferenceNetwork(weights);
    int[] lengths = Arrays.stream(lengthsText.split(" ")).mapToInt(Integer::parseInt).toArray();
    float[] features = Models.features(3, n * t);

    try (Scorer scorer = Models.open(weights)) {
      Scores scores = scorer.score(features, lengths, n, t);

      assertThat(scores.size()).isEqualTo(n);
      for (int i = 0; i < n; i++) {
        ReferenceNetwork.Answer expected =
            reference.score(features, i * t * FeatureSpec.FEATURES, lengths[i]);
        close(scores.emotion()[i], expected.emotion());
        close(scores.rate()[i], expected.rate());
        close(scores.volume()[i], expected.volume());
        close(scores.attention()[i], Arrays.copyOf(expected.attention(), t));
      }
    }
  }

  private static void close(float[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], offset(TOLERANCE));
    }
  }
}
