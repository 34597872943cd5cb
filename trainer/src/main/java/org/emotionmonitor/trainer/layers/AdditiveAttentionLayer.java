package org.emotionmonitor.trainer.layers;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes {@link AdditiveAttention}: [B, channels, T] and an optional mask [B, T] to [B, heads ·
 * channels].
 */
public final class AdditiveAttentionLayer extends SameDiffLayer implements Pooled {

  private static final long serialVersionUID = 1L;

  private final int channels;
  private final int size;
  private final int heads;
  private final transient AttentionKernel kernel;
  private final transient NativeFloats inputFloats = new NativeFloats();
  private transient float[] heapInput;
  private transient Sequences sequences;

  AdditiveAttentionLayer(
      NeuralNetConfiguration conf, DataType type, int channels, int size, int heads) {
    super(conf, type);
    this.channels = channels;
    this.size = size;
    this.heads = heads;
    this.kernel = new AttentionKernel(channels, size, heads);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    float[] context = TimeMajor.outsideWorkspaces(this::context);
    long[] shape = {sequences.batch(), (long) heads * channels};
    INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
    TimeMajor.pointer(out).put(context);
    return out;
  }

  private float[] context() {
    read();
    kernel.load(parameter("W"), parameter("b"), parameter("v"));
    return kernel.forward(sequences, heapInput);
  }

  private void read() {
    heapInput = TimeMajor.floats(input);
    inputFloats.ensure(heapInput.length).put(0, heapInput, 0, heapInput.length);
    sequences =
        new Sequences(
            inputFloats, (int) input.size(2), (int) input.size(0), TimeMajor.mask(maskArray));
  }

  private float[] parameter(String name) {
    return TimeMajor.rowMajor(paramTable.get(name));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    if (sequences == null) {
      throw new IllegalStateException("back-propagation needs a forward pass");
    }
    AttentionKernel.Gradients values = TimeMajor.outsideWorkspaces(() -> gradients(epsilon));
    Gradient gradient = new DefaultGradient();
    for (Map.Entry<String, INDArray> entry : gradTable.entrySet()) {
      gradient.setGradientFor(entry.getKey(), entry.getValue());
    }
    INDArray byInput =
        TimeMajor.toArray(
            values.inputs(),
            sequences.steps(),
            sequences.batch(),
            channels,
            ArrayType.ACTIVATION_GRAD,
            memory);
    return new Pair<>(gradient, byInput);
  }

  private AttentionKernel.Gradients gradients(INDArray epsilon) {
    AttentionKernel.Gradients values =
        kernel.backward(sequences, heapInput, TimeMajor.rowMajor(epsilon));
    assign("W", values.w(), channels, size);
    assign("b", values.b(), 1, size);
    assign("v", values.v(), size, heads);
    return values;
  }

  private void assign(String name, float[] values, long rows, long columns) {
    gradTable.get(name).assign(Nd4j.createFromArray(values).reshape('c', rows, columns));
  }

  /** With several heads, the mean over them. */
  @Override
  public float[][] weights() {
    float[] alpha = kernel.alpha();
    float[][] weights = new float[sequences.batch()][sequences.steps()];
    for (int i = 0; i < weights.length; i++) {
      for (int t = 0; t < weights[i].length; t++) {
        for (int k = 0; k < heads; k++) {
          weights[i][t] += alpha[k * sequences.rows() + t * weights.length + i] / heads;
        }
      }
    }
    return weights;
  }
}
