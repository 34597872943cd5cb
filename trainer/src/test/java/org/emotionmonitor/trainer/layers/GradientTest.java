package org.emotionmonitor.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Analytic gradients against symmetric differences of the loss, for every parameter array. */
class GradientTest {

  private static final float STEP = 1e-2f;

  private ComputationGraph graph;
  private final INDArray features = Networks.features(3);
  private final INDArray labels = Networks.labels();

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheLossesGradientWhenNothingIsMasked(Networks.Kind kind) {
    check(kind, false);
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheLossesGradientWhenPaddingIsMasked(Networks.Kind kind) {
    check(kind, true);
  }

  private void check(Networks.Kind kind, boolean masked) {
    graph = Networks.of(kind);
    INDArray mask = masked ? Networks.mask() : null;
    INDArray start = randomParameters();
    INDArray gradient = gradient(start, mask);
    long offset = 0;
    for (Map.Entry<String, INDArray> entry : graph.paramTable().entrySet()) {
      long length = entry.getValue().length();
      INDArray direction = direction(gradient, offset, length);
      double analytic = direction.mul(gradient).sumNumber().doubleValue();
      double up = loss(start.add(direction.mul(STEP)), mask);
      double down = loss(start.sub(direction.mul(STEP)), mask);
      double numeric = Networks.BATCH * (up - down) / (2 * STEP);
      assertThat(analytic)
          .as("gradient by %s", entry.getKey())
          .isEqualTo(numeric, Offset.offset(2e-3 + 0.01 * Math.abs(numeric)));
      offset += length;
    }
  }

  private INDArray randomParameters() {
    Random random = new Random(11);
    float[] values = new float[(int) graph.numParams()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.4f * (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape('c', 1, values.length);
  }

  /** The unit vector along the gradient of one parameter array. */
  private static INDArray direction(INDArray gradient, long offset, long length) {
    INDArray direction = Nd4j.zeros(gradient.shape());
    INDArray own =
        direction.get(NDArrayIndex.all(), NDArrayIndex.interval(offset, offset + length));
    own.assign(gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(offset, offset + length)));
    assertThat(own.norm2Number().doubleValue()).as("norm of the gradient").isPositive();
    return direction.div(direction.norm2Number());
  }

  private double loss(INDArray parameters, INDArray mask) {
    gradient(parameters, mask);
    return graph.score();
  }

  /** DL4J sums gradients over the batch, and averages the score. */
  private INDArray gradient(INDArray parameters, INDArray mask) {
    graph.setParams(parameters);
    graph.setInputs(features);
    graph.setLabels(labels);
    if (mask != null) {
      graph.setLayerMaskArrays(new INDArray[] {mask}, null);
    }
    graph.computeGradientAndScore();
    INDArray gradient = graph.gradient().gradient().dup();
    graph.clearLayerMaskArrays();
    return gradient;
  }
}
