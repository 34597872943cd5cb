package org.emotionmonitor.trainer.training;

import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Exponential moving average of a network's weights over steps (Polyak and Juditsky 1992). It is
 * what is evaluated and shipped: it wanders less than the weights themselves.
 */
final class WeightAverage {

  private final double decay;
  private final INDArray average;

  /**
   * Starts from the network's present weights.
   *
   * @param decay share of the old average that a step keeps; 0 follows the weights
   */
  WeightAverage(ComputationGraph network, double decay) {
    this(network.params().dup(), decay);
  }

  /** Goes on from {@code average}, which it takes over. */
  WeightAverage(INDArray average, double decay) {
    this.average = average;
    this.decay = decay;
  }

  INDArray values() {
    return average;
  }

  /** Takes the weights after a step into account. */
  void add(ComputationGraph network) {
    average.muli(decay).addi(network.params().mul(1 - decay));
  }

  /** Does {@code work} with the average as the network's weights. */
  <R> R during(ComputationGraph network, Supplier<R> work) {
    INDArray own = network.params().dup();
    network.setParams(average);
    try {
      return work.get();
    } finally {
      network.setParams(own);
    }
  }
}
