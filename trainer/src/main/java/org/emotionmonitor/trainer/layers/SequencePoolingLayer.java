package org.emotionmonitor.trainer.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes {@link SequencePooling}. */
final class SequencePoolingLayer extends SameDiffLayer implements Pooled {

  private static final long serialVersionUID = 1L;

  private final int channels;
  private final int reversed;
  private final boolean mean;
  private transient int steps;
  private transient int[] lengths;

  SequencePoolingLayer(NeuralNetConfiguration conf, DataType type, SequencePooling pooling) {
    super(conf, type);
    this.channels = pooling.getChannels();
    this.reversed = pooling.getReversed();
    this.mean = pooling.isMean();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    float[] pooled = TimeMajor.outsideWorkspaces(this::pool);
    long[] shape = {lengths.length, channels};
    INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
    TimeMajor.pointer(out).put(pooled);
    return out;
  }

  private float[] pool() {
    float[] h = TimeMajor.floats(input);
    steps = (int) input.size(2);
    lengths = lengths((int) input.size(0), TimeMajor.mask(maskArray));
    float[] pooled = new float[lengths.length * channels];
    each((row, item, channel, weight) -> pooled[item + channel] += weight * h[row + channel]);
    return pooled;
  }

  private int[] lengths(int batch, float[] mask) {
    int[] counts = new int[batch];
    for (int i = 0; i < batch; i++) {
      for (int t = 0; t < steps; t++) {
        counts[i] += mask == null || mask[t * batch + i] != 0f ? 1 : 0;
      }
    }
    return counts;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    if (lengths == null) {
      throw new IllegalStateException("back-propagation needs a forward pass");
    }
    float[] byInput =
        TimeMajor.outsideWorkspaces(
            () -> {
              float[] by = TimeMajor.rowMajor(epsilon);
              float[] target = new float[steps * lengths.length * channels];
              each((row, item, channel, w) -> target[row + channel] += w * by[item + channel]);
              return target;
            });
    return new Pair<>(
        new DefaultGradient(),
        TimeMajor.toArray(
            byInput, steps, lengths.length, channels, ArrayType.ACTIVATION_GRAD, memory));
  }

  /** What is pooled: the offset of a frame's states, that of the item's context, and a weight. */
  private interface Term {
    void add(int row, int item, int channel, float weight);
  }

  private void each(Term term) {
    for (int i = 0; i < lengths.length; i++) {
      int item = i * channels;
      if (mean) {
        for (int t = 0; t < lengths[i]; t++) {
          add(term, row(t, i), item, 0, channels, 1f / lengths[i]);
        }
      } else {
        add(term, row(lengths[i] - 1, i), item, 0, channels - reversed, 1f);
        add(term, row(0, i), item, channels - reversed, channels, 1f);
      }
    }
  }

  private int row(int step, int item) {
    return (step * lengths.length + item) * channels;
  }

  private static void add(Term term, int row, int item, int from, int to, float weight) {
    for (int c = from; c < to; c++) {
      term.add(row, item, c, weight);
    }
  }

  @Override
  public float[][] weights() {
    float[][] weights = new float[lengths.length][steps];
    float[] share = {(channels - reversed) / (float) channels, reversed / (float) channels};
    for (int i = 0; i < weights.length; i++) {
      if (mean) {
        Arrays.fill(weights[i], 0, lengths[i], 1f / lengths[i]);
      } else {
        weights[i][lengths[i] - 1] += share[0];
        weights[i][0] += share[1];
      }
    }
    return weights;
  }
}
