package org.emotionmonitor.trainer.training;

import java.util.List;
import java.util.stream.IntStream;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.BatchFormat;
import org.emotionmonitor.trainer.data.InputForm;
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
 * @param inputs what several networks see of a frame, in turn; empty: what {@code network} says
 * @param labels classes of the emotion head
 */
public record TrainSettings(
    long seed,
    int networks,
    List<InputForm> inputs,
    LabelSet labels,
    Architecture network,
    Loss loss,
    Optimizer optimizer,
    DataSettings data,
    Thresholds thresholds) {

  public TrainSettings {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    if (networks < 1) {
      throw new TrainerException("networks is %d; it must be at least 1".formatted(networks));
    }
  }

  /** The product's model. */
  public static TrainSettings defaults(int epochs, long seed) {
    return new TrainSettings(
        seed,
        1,
        List.of(),
        LabelSet.PRODUCT,
        Architecture.of(Family.BILSTM_ATT_MTL),
        Loss.DEFAULT,
        Optimizer.defaults(epochs),
        DataSettings.CALLS,
        Thresholds.DEFAULT);
  }

  /** The same with another network. */
  public TrainSettings withNetwork(Architecture other) {
    return new TrainSettings(
        seed, networks, inputs, labels, other, loss, optimizer, data, thresholds);
  }

  /**
   * The same for the mean of so many networks.
   *
   * @param views what they see of a frame, in turn; at least one
   */
  public TrainSettings withNetworks(int count, List<InputForm> views) {
    List<InputForm> several = count == 1 ? List.of() : views;
    Architecture first = network.withInput(views.get(0));
    return new TrainSettings(
        seed, count, several, labels, first, loss, optimizer, data, thresholds);
  }

  /** Those of one of the model's networks, from 1, which is trained like a model of its own. */
  TrainSettings ofNetwork(int which) {
    Architecture own =
        inputs.isEmpty() ? network : network.withInput(inputs.get((which - 1) % inputs.size()));
    return new TrainSettings(
        seed + which - 1, 1, List.of(), labels, own, loss, optimizer, data, thresholds);
  }

  /** What each network sees of a frame. */
  public List<InputForm> views() {
    return IntStream.rangeClosed(1, networks)
        .mapToObj(n -> ofNetwork(n).network().input())
        .toList();
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
