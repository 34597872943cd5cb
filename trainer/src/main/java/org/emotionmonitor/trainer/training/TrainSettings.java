package org.emotionmonitor.trainer.training;

import org.emotionmonitor.trainer.TrainerException;
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
 * @param networks whose answers the model averages, with this seed and the next ones
 * @param labels classes of the emotion head
 */
public record TrainSettings(
    long seed,
    int networks,
    LabelSet labels,
    Architecture network,
    Loss loss,
    Optimizer optimizer,
    DataSettings data,
    Thresholds thresholds) {

  public TrainSettings {
    if (networks < 1) {
      throw new TrainerException("networks is %d; it must be at least 1".formatted(networks));
    }
  }

  /** The product's model. */
  public static TrainSettings defaults(int epochs, long seed) {
    return new TrainSettings(
        seed,
        1,
        LabelSet.PRODUCT,
        Architecture.of(Family.BILSTM_ATT_MTL),
        Loss.DEFAULT,
        Optimizer.defaults(epochs),
        DataSettings.CALLS,
        Thresholds.DEFAULT);
  }

  /** The same with another network. */
  public TrainSettings withNetwork(Architecture other) {
    return new TrainSettings(seed, networks, labels, other, loss, optimizer, data, thresholds);
  }

  /** The same for the mean of so many networks. */
  public TrainSettings withNetworks(int count) {
    return new TrainSettings(seed, count, labels, network, loss, optimizer, data, thresholds);
  }

  /** Those of one of the model's networks, from 1, which is trained like a model of its own. */
  TrainSettings ofNetwork(int which) {
    return new TrainSettings(
        seed + which - 1, 1, labels, network, loss, optimizer, data, thresholds);
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
