package org.emotionmonitor.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.data.TrainingNoise;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

  @TempDir Path folder;

  private Data data;
  private Normalization normalization;
  private double[] classWeights;

  @BeforeEach
  void prepareData() {
    Manifest manifest = ManifestReader.read(SyntheticCorpus.write(folder, 2));
    FeatureCache cache = new FeatureCache(folder.resolve("cache"), Thresholds.DEFAULT, 2);
    data = Data.prepare(manifest, settings(3), cache);
    normalization = Normalization.of(data.allTrain(), Progress.none());
    classWeights = ClassWeights.of(manifest.labelled(Split.TRAIN), 5, 1);
  }

  @Test
  void shouldEndLikeAnUndisturbedRunWhenResumed() {
    ComputationGraph whole = network();
    Checkpoint undisturbed = trainer(3, "whole").train(whole, Checkpoint.NONE);

    RunFolder run = RunFolder.create(folder.resolve("halved"));
    trainer(1, "halved").train(network(), Checkpoint.NONE);
    assertThat(run.hasCheckpoint()).isTrue();
    ComputationGraph resumed = run.loadLatest();
    Checkpoint continued = trainer(3, "halved").train(resumed, run.checkpoint());

    assertThat(continued.bestEpoch()).isEqualTo(undisturbed.bestEpoch());
    assertThat(continued.bestMerit()).isEqualTo(undisturbed.bestMerit());
    assertThat(continued.history()).extracting(EpochResult::epoch).containsExactly(1, 2, 3);
    assertThat(continued.history())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(undisturbed.history());
    assertThat(resumed.params().sub(whole.params()).amaxNumber().doubleValue()).isZero();
  }

  @Test
  void shouldKeepTheBestEpochsWeights() {
    ComputationGraph network = network();
    Checkpoint best = trainer(3, "run").train(network, Checkpoint.NONE);
    RunFolder run = RunFolder.create(folder.resolve("run"));
    assertThat(best.bestEpoch()).isBetween(1, 3);
    assertThat(run.loadBest().getEpochCount()).isEqualTo(best.bestEpoch());
  }

  @Test
  void shouldGoOnFromTheLatestWholeCheckpointWhenKilledWhileSaving() throws IOException {
    trainer(1, "run").train(network(), Checkpoint.NONE);
    Path run = folder.resolve("run");
    Files.createDirectories(run.resolve("checkpoint.part"));
    Files.writeString(run.resolve("checkpoint.part/network.zip"), "half of it");
    RunFolder reopened = RunFolder.create(run);
    assertThat(reopened.checkpoint().history()).hasSize(1);
    Checkpoint end = trainer(2, "run").train(reopened.loadLatest(), reopened.checkpoint());
    assertThat(end.history()).hasSize(2);
    assertThat(run.resolve("checkpoint-2")).exists();
    assertThat(run.resolve("checkpoint-1")).doesNotExist();
  }

  @Test
  void shouldStopEarlyWhenDevDoesNotGain() {
    Checkpoint start = new Checkpoint(1, 2.0, List.of());
    EpochResult result = new EpochResult(1, 1, 1, 1, List.of(), 1);
    Checkpoint one = start.after(result);
    assertThat(one.isEnd(9, 2)).isFalse();
    Checkpoint three = new Checkpoint(1, 2.0, List.of(result, result, result));
    assertThat(three.isEnd(9, 2)).isTrue();
    assertThat(three.isEnd(9, 0)).isFalse();
    assertThat(three.isEnd(3, 0)).isTrue();
  }

  @Test
  void shouldKeepTheLastEpochWhenThereIsNoDev() {
    data = new Data(data.train(), Map.of());
    Checkpoint end = trainer(2, "run").train(network(), Checkpoint.NONE);
    assertThat(end.bestEpoch()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void shouldTrainEveryModelOfTheFamily(Family family) {
    TrainSettings settings = settings(2).withNetwork(Architecture.of(family).withSize(8, 8));
    Checkpoint end =
        trainer(settings, family.label())
            .train(
                Network.create(
                    settings.network(), settings.loss(), settings.optimizer(), classWeights, 1),
                Checkpoint.NONE);
    EpochResult last = end.history().get(1);
    assertThat(last.loss()).isPositive();
    assertThat(last.dev().get(0).rateAccuracy() == null).isEqualTo(!family.multiTask());
  }

  @Test
  void shouldStopWhenTheLossIsNotANumber() {
    ComputationGraph network = network();
    network.getParam("lstm1_fW").putScalar(0, Float.NaN);
    assertThatThrownBy(() -> trainer(1, "run").train(network, Checkpoint.NONE))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("epoch 1", "loss", "--learning-rate");
  }

  @Test
  void shouldUseEveryUtteranceOncePerEpochAndEveryVariantInTurn() {
    assertThat(data.epoch(1)).hasSize(20).doesNotHaveDuplicates();
    assertThat(data.epoch(1)).doesNotContainAnyElementsOf(data.epoch(2));
    assertThat(data.epoch(1 + data.train().size())).isEqualTo(data.epoch(1));
  }

  private ComputationGraph network() {
    TrainSettings settings = settings(3);
    return Network.create(
        settings.network(), settings.loss(), settings.optimizer(), classWeights, 1);
  }

  private Trainer trainer(int epochs, String name) {
    return trainer(settings(epochs), name);
  }

  private Trainer trainer(TrainSettings settings, String name) {
    BatchReader reader =
        new BatchReader(normalization, settings.format(), new TrainingNoise(0.05, 0, 1));
    return new Trainer(settings, data, reader, RunFolder.create(folder.resolve(name)));
  }

  private static TrainSettings settings(int epochs) {
    return TrainSettings.defaults(epochs, 1)
        .withNetwork(Architecture.of(Family.BILSTM_ATT_MTL).withSize(8, 8));
  }
}
