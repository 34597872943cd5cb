package org.emotionmonitor.trainer.training;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.data.FreshDraws;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.progress.Progress;

/** From a manifest to a trained network in a run folder; goes on where an earlier run ended. */
final class TrainingRun {

  private final TrainSettings settings;
  private final Manifest manifest;
  private final FeatureCache cache;
  private final RunFolder folder;

  TrainingRun(TrainSettings settings, Manifest manifest, FeatureCache cache, RunFolder folder) {
    this.settings = settings;
    this.manifest = manifest;
    this.cache = cache;
    this.folder = folder;
  }

  /**
   * Trains to the end.
   *
   * @throws TrainerException if the folder has a run with other settings, or training fails
   */
  Trained train() {
    boolean resumed = resume();
    folder.writeSettings(settings);
    Data data = Data.prepare(manifest, settings, cache);
    Normalization normalization = normalization(data.allTrain());
    folder.writeNormalization(normalization);
    BatchReader reader = new BatchReader(normalization, settings.format(), settings.noise());
    Checkpoint end = train(data, reader, resumed);
    return new Trained(folder.loadBest(), reader, data, end);
  }

  private Checkpoint train(Data data, BatchReader reader, boolean resumed) {
    ComputationGraph network = resumed ? folder.loadLatest() : network();
    Checkpoint from = resumed ? folder.checkpoint() : Checkpoint.NONE;
    if (settings.data().draws() > 0) {
      return new Trainer(settings, data, reader, folder).train(network, from);
    }
    try (FreshDraws fresh =
        new FreshDraws(
            cache,
            folder.path().resolve("fresh"),
            manifest.labelled(Split.TRAIN),
            settings.data().recipes(),
            settings.seed())) {
      return new Trainer(settings, data, fresh::epoch, reader, folder).train(network, from);
    }
  }

  /** Another run's folder is not touched. */
  private boolean resume() {
    if (!folder.hasCheckpoint()) {
      return false;
    }
    if (!folder.settings().equals(settings)) {
      throw new TrainerException(
          "run folder %s has a run with other settings; give the same options to go on with it, or another --out"
              .formatted(folder.path()));
    }
    System.err.println("going on with the run in " + folder.path());
    return true;
  }

  private ComputationGraph network() {
    double[] weights =
        ClassWeights.of(
            manifest.labelled(Split.TRAIN),
            manifest.labels().size(),
            settings.loss().classWeightPower());
    return Network.create(
        settings.network(), settings.loss(), settings.optimizer(), weights, settings.seed());
  }

  private static Normalization normalization(List<Example> examples) {
    try (Progress progress = Progress.bar("normalization", examples.size())) {
      return Normalization.of(examples, progress);
    }
  }

  /**
   * What training leaves.
   *
   * @param network of the best epoch
   * @param reader of its batches
   */
  record Trained(ComputationGraph network, BatchReader reader, Data data, Checkpoint checkpoint) {}
}
