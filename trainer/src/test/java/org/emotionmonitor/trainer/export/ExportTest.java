package org.emotionmonitor.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.BatchFormat;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.data.InputForm;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.model.Loss;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.model.Optimizer;
import org.emotionmonitor.trainer.model.Pooling;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

  private static final double TEMPERATURE = 1.7;

  private static final ModelMetadata METADATA =
      ModelMetadata.of(
          "test", "0", List.of("tones"), "none", "{}", "0", LocalDate.of(2026, 11, 22));

  @TempDir Path folder;

  private List<Example> windows;
  private Normalization normalization;

  @BeforeEach
  void prepareWindows() {
    FeatureCache cache = new FeatureCache(folder.resolve("cache"), Thresholds.DEFAULT, 1);
    windows =
        cache.examples(
            ManifestReader.read(SyntheticCorpus.write(folder, 2)).labelled(Split.TRAIN),
            Recipe.CALL,
            1,
            Progress.none());
    normalization = Normalization.of(windows, Progress.none());
  }

  @ParameterizedTest
  @CsvSource({
    "ZSCORE, 1, 2, 1",
    "CENTRED, 4, 1, 1",
    "STANDARDIZED, 1, 2, 1",
    "STANDARDIZED, 4, 2, 1",
    "STANDARDIZED_LEVEL, 1, 2, 1",
    "STANDARDIZED_LEVEL, 2, 2, 1",
    "SPEECH_LEVEL, 3, 2, 1",
    "ZSCORE_CENTRED, 1, 2, 3",
    "ZSCORE_STANDARDIZED, 2, 3, 2"
  })
  void shouldWriteAModelThatComputesTheSame(
      InputForm input, int framesPerStep, int layers, int heads) {
    Path file = folder.resolve("models/model.onnx");
    Architecture shape =
        new Architecture(
            Family.BILSTM_ATT_MTL,
            Pooling.ATTENTION,
            input,
            framesPerStep,
            layers,
            8,
            12,
            heads,
            0.3);
    BatchReader reader =
        new BatchReader(normalization, new BatchFormat(input, shape.steps(), 5, true, false));
    double difference =
        new Exporter(Ensemble.of(network(shape, 1), reader), TEMPERATURE)
            .export(METADATA, Map.of("more", "said"), windows, file)
            .parity();
    assertThat(difference).isLessThan(1e-5);
    try (Scorer scorer = Scorer.open(file, ScorerOptions.defaults())) {
      assertThat(scorer.info().metadata().name()).isEqualTo("test");
    }
  }

  @Test
  void shouldWriteAModelThatComputesTheMeanOfItsNetworks() {
    Path file = folder.resolve("three.onnx");
    Ensemble three = new Ensemble(List.of(member(1), member(2), member(3)));
    double difference =
        new Exporter(three, TEMPERATURE).export(METADATA, Map.of(), windows, file).parity();
    assertThat(difference).isLessThan(1e-5);
    // The mean is none of the three.
    ParityCheck one = new ParityCheck(new Ensemble(List.of(member(1))), TEMPERATURE);
    assertThatThrownBy(() -> one.require(Files.readAllBytes(file), windows))
        .hasMessageContaining("parity");
  }

  @Test
  void shouldRefuseAModelOfOtherWeights() {
    byte[] other = GraphWriter.write(NetworkWeights.of(member(2), TEMPERATURE), METADATA);
    ParityCheck check = new ParityCheck(new Ensemble(List.of(member(1))), TEMPERATURE);
    assertThatThrownBy(() -> check.require(other, windows))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("parity", "the model was not written");
  }

  @Test
  void shouldRefuseAModelOfAnotherTemperature() {
    byte[] other = GraphWriter.write(NetworkWeights.of(member(1), 1), METADATA);
    ParityCheck check = new ParityCheck(new Ensemble(List.of(member(1))), TEMPERATURE);
    assertThatThrownBy(() -> check.require(other, windows))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("output emotion");
  }

  @Test
  void shouldReverseTheGateBlocksAndTranspose() {
    // Two rows, one unit: columns candidate, forget, output, input.
    float[] dl4j = {1, 2, 3, 4, 10, 20, 30, 40};
    assertThat(GateOrder.toOnnx(dl4j, 2, 1)).containsExactly(4, 40, 3, 30, 2, 20, 1, 10);
  }

  private Ensemble.Member member(long seed) {
    return new Ensemble.Member(
        network(Architecture.of(Family.BILSTM_ATT_MTL).withSize(8, 12), seed),
        new BatchReader(normalization, BatchFormat.of(5)));
  }

  private static ComputationGraph network(Architecture shape, long seed) {
    double[] classWeights = new double[5];
    Arrays.fill(classWeights, 1);
    return Network.create(shape, Loss.DEFAULT, Optimizer.defaults(1), classWeights, seed);
  }
}
