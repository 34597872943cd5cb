package org.emotionmonitor.trainer.layers;

import java.util.Map;
import org.bytedeco.javacpp.Pointer;
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

/** Computes {@link MaskedLstm}: [B, inputs, T] to [B, H, T], with an optional mask [B, T]. */
final class MaskedLstmLayer extends SameDiffLayer {

  private static final long serialVersionUID = 1L;

  private final int inputs;
  private final int hidden;
  private final transient LstmDirection direction;
  private final transient NativeFloats inputFloats = new NativeFloats();
  private transient Sequences trained;

  MaskedLstmLayer(NeuralNetConfiguration conf, DataType type, int inputs, int hidden) {
    super(conf, type);
    this.inputs = inputs;
    this.hidden = hidden;
    this.direction = new LstmDirection(inputs, hidden, false);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    Sequences in = TimeMajor.outsideWorkspaces(this::load);
    float[] out = new float[in.rows() * hidden];
    direction.forward(in, out, 0, hidden);
    trained = training ? in : null;
    return TimeMajor.toArray(out, in.steps(), in.batch(), hidden, ArrayType.ACTIVATIONS, memory);
  }

  private Sequences load() {
    direction.load(parameter("W"), parameter("RW"), parameter("b"));
    int batch = (int) input.size(0);
    int steps = (int) input.size(2);
    long floats = (long) steps * batch * inputs;
    inputFloats.ensure(floats);
    INDArray dense = TimeMajor.of(input);
    Pointer.memcpy(inputFloats.at(0), TimeMajor.pointer(dense), Float.BYTES * floats);
    return new Sequences(inputFloats, steps, batch, TimeMajor.mask(maskArray));
  }

  private float[] parameter(String name) {
    return TimeMajor.rowMajor(paramTable.get(name));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    if (trained == null) {
      throw new IllegalStateException("back-propagation needs a forward pass in training mode");
    }
    Sequences in = trained;
    trained = null;
    float[] byInput =
        TimeMajor.outsideWorkspaces(
            () -> {
              LstmDirection.Gradients values =
                  direction.backward(in, TimeMajor.floats(epsilon), 0, hidden);
              assign("W", values.w(), inputs);
              assign("RW", values.r(), hidden);
              assign("b", values.b(), 1);
              float[] target = new float[in.rows() * inputs];
              direction.inputGradient(target);
              return target;
            });
    Gradient gradient = new DefaultGradient();
    for (Map.Entry<String, INDArray> entry : gradTable.entrySet()) {
      gradient.setGradientFor(entry.getKey(), entry.getValue());
    }
    return new Pair<>(
        gradient,
        TimeMajor.toArray(
            byInput, in.steps(), in.batch(), inputs, ArrayType.ACTIVATION_GRAD, memory));
  }

  private void assign(String name, float[] values, long rows) {
    gradTable.get(name).assign(Nd4j.createFromArray(values).reshape('c', rows, 4L * hidden));
  }
}
