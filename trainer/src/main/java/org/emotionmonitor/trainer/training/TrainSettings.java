package org.emotionmonitor.trainer.training;

import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.BatchFormat;
import org.emotionmonitor.trainer.data.TrainingNoise;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.model.Loss;
import org.emotionmonitor.trainer.model.Optimizer;
import org.emotionmonitor.trainer.model.Pooling;

/**
 * Everything that decides what a run comes to.
 *
 * @param seed of weights, order, masks and augmentation
 * @param labels classes of the emotion head
 */
public record TrainSettings(
    long seed,
    LabelSet labels,
    Architecture network,
    Loss loss,
    Optimizer optimizer,
    DataSettings data,
    Thresholds thresholds) {

  /** The product's model. */
  public static TrainSettings defaults(int epochs, long seed) {
    return new TrainSettings(
        seed,
        LabelSet.PRODUCT,
        Architecture.of(Family.BILSTM_ATT_MTL),
        Loss.DEFAULT,
        Optimizer.defaults(epochs),
        DataSettings.CALLS,
        Thresholds.DEFAULT);
  }

  /** The same with another network. */
  public TrainSettings withNetwork(Architecture other) {
    return new TrainSettings(seed, labels, other, loss, optimizer, data, thresholds);
  }

  /** What is done to training batches. */
  public TrainingNoise noise() {
    return new TrainingNoise(loss.smoothing(), data.variation(), data.mask());
  }

  /** How the network wants its batches. */
  public BatchFormat format() {
    return new BatchFormat(
        network.input(),
        network.steps(),
        labels.size(),
        network.family().multiTask(),
        network.pooling() == Pooling.LAST_PADDED);
  }
}
