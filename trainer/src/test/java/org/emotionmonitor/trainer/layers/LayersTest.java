package org.emotionmonitor.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

class LayersTest {

  private final INDArray features = Networks.features(1);

  @Test
  void shouldGiveTheStockLayersOutputsWhenNothingIsMasked() {
    ComputationGraph own = Networks.lastStep(true);
    ComputationGraph stock = Networks.lastStep(false);
    own.setParams(stock.params());
    assertThat(distance(own.outputSingle(features), stock.outputSingle(features))).isLessThan(1e-6);
  }

  @Test
  void shouldTrainLikeTheStockLayersWhenNothingIsMasked() {
    ComputationGraph own = Networks.lastStep(true);
    ComputationGraph stock = Networks.lastStep(false);
    own.setParams(stock.params());
    for (int step = 0; step < 3; step++) {
      own.fit(batch(null));
      stock.fit(batch(null));
    }
    assertThat(distance(own.params(), stock.params())).isLessThan(2e-4);
  }

  @ParameterizedTest
  @EnumSource
  void shouldIgnoreWhatIsBehindTheMask(Networks.Kind kind) {
    ComputationGraph graph = Networks.of(kind);
    INDArray mask = Networks.mask();
    INDArray padded = graph.output(false, new INDArray[] {features}, new INDArray[] {mask})[0];
    for (int i = 0; i < Networks.BATCH; i++) {
      INDArray alone =
          features
              .get(
                  NDArrayIndex.interval(i, i + 1),
                  NDArrayIndex.all(),
                  NDArrayIndex.interval(0, Networks.LENGTHS[i]))
              .dup('c');
      INDArray expected = graph.output(false, alone)[0];
      assertThat(distance(padded.getRow(i, true), expected)).as("row %d", i).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*ATTENTION|MEAN")
  void shouldAttendToUnmaskedStepsOnly(Networks.Kind kind) {
    ComputationGraph graph = Networks.of(kind);
    graph.output(false, new INDArray[] {features}, new INDArray[] {Networks.mask()});
    float[][] weights = ((Pooled) graph.getLayer("pooling")).weights();
    for (int i = 0; i < weights.length; i++) {
      float sum = 0;
      for (int t = 0; t < weights[i].length; t++) {
        sum += weights[i][t];
        assertThat(weights[i][t] > 0).isEqualTo(t < Networks.LENGTHS[i]);
      }
      assertThat(sum).isEqualTo(1f, Offset.offset(1e-6f));
    }
  }

  @Test
  void shouldComputeTheSameOnOneThreadAndOnTwo() {
    ComputationGraph graph = Networks.attentive();
    try {
      Parallel.setThreads(1);
      INDArray one = graph.outputSingle(features).dup();
      Parallel.setThreads(2);
      assertThat(distance(graph.outputSingle(features), one)).isZero();
    } finally {
      Parallel.setThreads(2);
    }
  }

  @Test
  void shouldPoolTheLastStateOfEachDirection() {
    ComputationGraph graph = Networks.of(Networks.Kind.LAST);
    INDArray[] mask = {Networks.mask()};
    graph.setLayerMaskArrays(mask, null);
    Map<String, INDArray> activations = graph.feedForward(new INDArray[] {features}, false);
    INDArray states = activations.get("second");
    INDArray pooled = activations.get("pooling");
    for (int i = 0; i < Networks.BATCH; i++) {
      for (int c = 0; c < 2 * Networks.HIDDEN; c++) {
        int step = c < Networks.HIDDEN ? Networks.LENGTHS[i] - 1 : 0;
        assertThat(pooled.getFloat(i, c)).isEqualTo(states.getFloat(i, c, step));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepOutputsAndScheduleWhenSavedAndLoaded(Networks.Kind kind, @TempDir Path folder)
      throws IOException {
    ComputationGraph graph = Networks.of(kind);
    graph.fit(batch(Networks.mask()));
    graph.incrementEpochCount();
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(graph, file.toFile(), true);
    ComputationGraph loaded = ModelSerializer.restoreComputationGraph(file.toFile(), true);
    assertThat(distance(loaded.outputSingle(features), graph.outputSingle(features))).isZero();
    assertThat(loaded.getLearningRate("head")).isEqualTo(graph.getLearningRate("head"));
    graph.fit(batch(Networks.mask()));
    loaded.fit(batch(Networks.mask()));
    assertThat(distance(loaded.params(), graph.params())).isZero();
  }

  @Test
  void shouldLearnWithMaskedBatchesOfDifferingLengths() {
    ComputationGraph graph = Networks.attentive();
    graph.fit(batch(Networks.mask()));
    double before = graph.score();
    for (int i = 0; i < 60; i++) {
      graph.fit(batch(Networks.mask()));
      INDArray shorter =
          features.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 7)).dup();
      graph.fit(new MultiDataSet(new INDArray[] {shorter}, new INDArray[] {Networks.labels()}));
    }
    graph.fit(batch(Networks.mask()));
    assertThat(graph.score()).isLessThan(before / 2);
  }

  private MultiDataSet batch(INDArray mask) {
    return new MultiDataSet(
        new INDArray[] {features},
        new INDArray[] {Networks.labels()},
        mask == null ? null : new INDArray[] {mask},
        null);
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }
}
