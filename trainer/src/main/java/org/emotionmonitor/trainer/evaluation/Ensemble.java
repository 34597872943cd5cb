package org.emotionmonitor.trainer.evaluation;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.layers.Pooled;
import org.emotionmonitor.trainer.model.Network;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/**
 * One network, or several of the same shape whose answers are averaged: the softmax of the mean
 * logits, and the mean attention.
 */
public final class Ensemble {

  /** What {@code Math.log} is spared. */
  private static final double SMALLEST_PROBABILITY = 1e-30;

  /**
   * A trained network.
   *
   * @param reader of its batches
   */
  public record Member(ComputationGraph network, BatchReader reader) {

    private INDArray[] output(List<Example> batch) {
      MultiDataSet data = reader.read(batch);
      return network.output(false, data.getFeatures(), data.getFeaturesMaskArrays());
    }
  }

  private final List<Member> members;

  /**
   * @param members at least one
   */
  public Ensemble(List<Member> members) {
    this.members = List.copyOf(members);
  }

  /** A network by itself. */
  public static Ensemble of(ComputationGraph network, BatchReader reader) {
    return new Ensemble(List.of(new Member(network, reader)));
  }

  public List<Member> members() {
    return members;
  }

  /** Parameters of all networks. */
  public long parameters() {
    return members.stream().mapToLong(m -> m.network().numParams()).sum();
  }

  /** One prediction per example, in their order; one padded batch. */
  public List<Prediction> predict(List<Example> batch) {
    List<INDArray[]> outputs = members.stream().map(m -> m.output(batch)).toList();
    boolean all = members.get(0).reader().format().multiTask();
    float[][] none = new float[batch.size()][0];
    float[][] emotion = mean(outputs, 0);
    float[][] rate = all ? mean(outputs, 1) : none;
    float[][] volume = all ? mean(outputs, 2) : none;
    Prediction[] predictions = new Prediction[batch.size()];
    Arrays.setAll(predictions, i -> new Prediction(batch.get(i), emotion[i], rate[i], volume[i]));
    return Arrays.asList(predictions);
  }

  /** What the pooling made of each frame of each example; a row sums to 1. */
  public float[][] attention(List<Example> batch) {
    float[][] mean = new float[batch.size()][];
    Arrays.setAll(mean, i -> new float[batch.get(i).frames()]);
    for (Member member : members) {
      member.output(batch);
      float[][] steps = ((Pooled) member.network().getLayer(Network.POOLING)).weights();
      for (int i = 0; i < mean.length; i++) {
        float[] own = member.reader().format().steps().spread(steps[i], mean[i].length);
        for (int t = 0; t < own.length; t++) {
          mean[i][t] += own[t] / members.size();
        }
      }
    }
    return mean;
  }

  private static float[][] mean(List<INDArray[]> outputs, int head) {
    float[][] first = outputs.get(0)[head].toFloatMatrix();
    if (outputs.size() == 1) {
      return first;
    }
    double[][] logs = new double[first.length][first[0].length];
    for (INDArray[] output : outputs) {
      float[][] own = output[head].toFloatMatrix();
      for (int i = 0; i < own.length; i++) {
        for (int c = 0; c < own[i].length; c++) {
          logs[i][c] += Math.log(Math.max(own[i][c], SMALLEST_PROBABILITY)) / outputs.size();
        }
      }
    }
    for (int i = 0; i < first.length; i++) {
      softmax(logs[i], first[i]);
    }
    return first;
  }

  private static void softmax(double[] logs, float[] probabilities) {
    double sum = Arrays.stream(logs).map(Math::exp).sum();
    for (int c = 0; c < logs.length; c++) {
      probabilities[c] = (float) (Math.exp(logs[c]) / sum);
    }
  }
}
