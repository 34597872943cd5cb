package org.emotionmonitor.trainer.layers;

import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BidirectionalLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Computes {@link MaskedBiLstm}: [B, inputs, T] to [B, 2H, T], with an optional mask [B, T]. */
final class MaskedBiLstmLayer extends BidirectionalLayer {

  private static final long serialVersionUID = 1L;
  private static final String[] DIRECTIONS = {"f", "b"};

  private final Layer[] directions;
  private final int inputs;
  private final int hidden;
  private final transient BiLstmKernel kernel;
  private final transient NativeFloats inputFloats = new NativeFloats();

  private INDArray input;
  private INDArray mask;
  private INDArray gradientView;
  private transient Sequences trained;

  MaskedBiLstmLayer(
      NeuralNetConfiguration conf, Layer forward, Layer backward, INDArray parameters) {
    super(conf, forward, backward, parameters);
    this.directions = new Layer[] {forward, backward};
    this.inputs = (int) forward.getParam("W").size(0);
    this.hidden = (int) forward.getParam("RW").size(0);
    this.kernel = new BiLstmKernel(inputs, hidden);
  }

  @Override
  public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr memory) {
    setInput(input, memory);
    return activate(training, memory);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    Sequences in = TimeMajor.outsideWorkspaces(this::load);
    float[] out = kernel.outputs(in);
    trained = training ? in : null;
    return TimeMajor.toArray(
        out, in.steps(), in.batch(), 2 * hidden, ArrayType.ACTIVATIONS, memory);
  }

  private Sequences load() {
    load(kernel.forward(), "f");
    load(kernel.backward(), "b");
    return sequences();
  }

  private Sequences sequences() {
    int batch = (int) input.size(0);
    int steps = (int) input.size(2);
    long floats = (long) steps * batch * inputs;
    inputFloats.ensure(floats);
    INDArray dense = TimeMajor.of(input);
    Pointer.memcpy(inputFloats.at(0), TimeMajor.pointer(dense), Float.BYTES * floats);
    return new Sequences(inputFloats, steps, batch, TimeMajor.mask(mask));
  }

  private void load(LstmDirection direction, String prefix) {
    Map<String, INDArray> table = paramTable();
    direction.load(
        TimeMajor.rowMajor(table.get(prefix + "W")),
        TimeMajor.rowMajor(table.get(prefix + "RW")),
        TimeMajor.rowMajor(table.get(prefix + "b")));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    if (trained == null) {
      throw new IllegalStateException("back-propagation needs a forward pass in training mode");
    }
    Sequences in = trained;
    trained = null;
    Gradient gradient = new DefaultGradient(gradientView);
    BiLstmKernel.Result result =
        TimeMajor.outsideWorkspaces(() -> backPropagate(in, epsilon, gradient));
    INDArray byInput =
        TimeMajor.toArray(
            result.inputs(), in.steps(), in.batch(), inputs, ArrayType.ACTIVATION_GRAD, memory);
    return new Pair<>(gradient, byInput);
  }

  private BiLstmKernel.Result backPropagate(Sequences in, INDArray epsilon, Gradient gradient) {
    BiLstmKernel.Result result = kernel.backPropagate(in, TimeMajor.floats(epsilon));
    write(0, result.forward(), gradient);
    write(1, result.backward(), gradient);
    return result;
  }

  private void write(int direction, LstmDirection.Gradients values, Gradient gradient) {
    INDArray flat = gradientView.reshape(gradientView.length());
    long half = flat.length() / 2;
    INDArray own = flat.get(NDArrayIndex.interval(direction * half, (direction + 1) * half));
    NeuralNetConfiguration conf = directions[direction].conf();
    Map<String, INDArray> views =
        conf.getLayer().initializer().getGradientsFromFlattened(conf, own);
    assign(views.get("W"), values.w(), inputs);
    assign(views.get("RW"), values.r(), hidden);
    assign(views.get("b"), values.b(), 1);
    views.forEach((name, view) -> gradient.setGradientFor(DIRECTIONS[direction] + name, view));
  }

  private void assign(INDArray view, float[] values, int rows) {
    view.assign(Nd4j.createFromArray(values).reshape('c', rows, 4L * hidden));
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr memory) {
    this.input = input;
  }

  @Override
  public INDArray input() {
    return input;
  }

  @Override
  public void setInputMiniBatchSize(int size) {
    // The input says it.
  }

  @Override
  public int getInputMiniBatchSize() {
    return input == null ? 0 : (int) input.size(0);
  }

  @Override
  public void clear() {
    input = null;
    mask = null;
    trained = null;
  }

  @Override
  public void setMaskArray(INDArray mask) {
    this.mask = mask;
  }

  @Override
  public INDArray getMaskArray() {
    return mask;
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    this.mask = mask;
    return new Pair<>(mask, state);
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray view) {
    super.setBackpropGradientsViewArray(view);
    gradientView = view;
  }
}
