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
 * @param networks whose answers the model averages, see {@link #ofNetwork} for their seeds
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

  /**
   * Those of one of the model's networks, from 1, which is trained like a model of its own.
   * Networks that see the same have seeds that follow each other; those that see something else
   * begin again with the first, so that they find its examples in the cache.
   */
  TrainSettings ofNetwork(int which) {
    InputForm view = view(which);
    long alike = IntStream.range(1, which).filter(n -> view(n) == view).count();
    return new TrainSettings(
        seed + alike,
        1,
        List.of(),
        labels,
        network.withInput(view),
        loss,
        optimizer,
        data,
        thresholds);
  }

  /** What each network sees of a frame. */
  public List<InputForm> views() {
    return IntStream.rangeClosed(1, networks).mapToObj(this::view).toList();
  }

  private InputForm view(int which) {
    return inputs.isEmpty() ? network.input() : inputs.get((which - 1) % inputs.size());
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
