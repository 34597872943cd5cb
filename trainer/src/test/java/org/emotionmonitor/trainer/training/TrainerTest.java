package org.emotionmonitor.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.model.NetworkSettings;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    assertThat(continued).isEqualTo(undisturbed);
    assertThat(resumed.params().sub(whole.params()).amaxNumber().doubleValue()).isZero();
  }

  @Test
  void shouldKeepTheBestEpochsWeights() {
    ComputationGraph network = network();
    Checkpoint best = trainer(3, "run").train(network, Checkpoint.NONE);
    RunFolder run = RunFolder.existing(folder.resolve("run"));
    assertThat(best.bestEpoch()).isBetween(1, 3);
    assertThat(run.loadBest().getEpochCount()).isEqualTo(best.bestEpoch());
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
    return Network.create(settings(3).network(), classWeights, 1);
  }

  private Trainer trainer(int epochs, String name) {
    return new Trainer(
        settings(epochs), data, normalization, RunFolder.create(folder.resolve(name)));
  }

  private static TrainSettings settings(int epochs) {
    return TrainSettings.defaults(epochs, 1)
        .withNetwork(NetworkSettings.defaults(epochs).withSize(8, 8));
  }
}
