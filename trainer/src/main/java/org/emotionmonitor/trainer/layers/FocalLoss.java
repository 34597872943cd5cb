package org.emotionmonitor.trainer.layers;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Focal loss (Lin et al. 2017): −Σ w y (1 − p)^γ log p, which leaves what is right already alone.
 * With γ = 0 it is the weighted cross entropy. An all-zero label row has neither loss nor gradient.
 */
public final class FocalLoss implements ILossFunction {

  private static final long serialVersionUID = 1L;
  private static final double EPSILON = 1e-7;

  private final double gamma;
  private final float[] weights;

  /**
   * @param gamma of the focus, 0 or more
   * @param weights per class
   */
  public FocalLoss(@JsonProperty("gamma") double gamma, @JsonProperty("weights") float[] weights) {
    this.gamma = gamma;
    this.weights = weights.clone();
  }

  public double getGamma() {
    return gamma;
  }

  public float[] getWeights() {
    return weights.clone();
  }

  private INDArray probabilities(INDArray preOutput, IActivation activation) {
    INDArray p = activation.getActivation(preOutput.dup(), true);
    return Transforms.max(Transforms.min(p, 1 - EPSILON), EPSILON);
  }

  private INDArray weighted(INDArray labels) {
    return labels.mulRowVector(Nd4j.createFromArray(weights));
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
    INDArray p = probabilities(preOutput, activation);
    INDArray focus = Transforms.pow(p.rsub(1), gamma);
    return weighted(labels).muli(focus).muli(Transforms.log(p)).negi().sum(true, 1);
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
    double sum = computeScoreArray(labels, preOutput, activation, mask).sumNumber().doubleValue();
    return average ? sum / labels.size(0) : sum;
  }

  /** By p: −w y ((1 − p)^γ / p − γ (1 − p)^(γ − 1) log p), and from there through the softmax. */
  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
    INDArray p = probabilities(preOutput, activation);
    INDArray rest = p.rsub(1);
    INDArray byP = Transforms.pow(rest, gamma).divi(p);
    if (gamma > 0) {
      byP.subi(Transforms.pow(rest, gamma - 1).muli(Transforms.log(p)).muli(gamma));
    }
    byP.muli(weighted(labels)).negi();
    return activation.backprop(preOutput.dup(), byP).getFirst();
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
    return new Pair<>(
        computeScore(labels, preOutput, activation, mask, average),
        computeGradient(labels, preOutput, activation, mask));
  }

  @Override
  public String name() {
    return "FocalLoss";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FocalLoss that
        && gamma == that.gamma
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(gamma, Arrays.hashCode(weights));
  }
}
