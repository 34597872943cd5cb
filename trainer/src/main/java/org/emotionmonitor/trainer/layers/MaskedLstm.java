package org.emotionmonitor.trainer.layers;

import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * LSTM in the direction of time, [B, inputs, T] to [B, H, T]. Parameters as DL4J's LSTM has them: W
 * [inputs, 4H], RW [H, 4H], b [1, 4H], in the order of {@link LstmCell}.
 */
public final class MaskedLstm extends ComputedLayer {

  private static final long serialVersionUID = 1L;

  private int inputs;
  private int hidden;

  /** For DL4J's JSON reader. */
  public MaskedLstm() {}

  /**
   * @param inputs channels of the input
   * @param hidden units
   */
  public MaskedLstm(int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
  }

  public int getInputs() {
    return inputs;
  }

  public void setInputs(int inputs) {
    this.inputs = inputs;
  }

  public int getHidden() {
    return hidden;
  }

  public void setHidden(int hidden) {
    this.hidden = hidden;
  }

  @Override
  SameDiffLayer layer(NeuralNetConfiguration conf, DataType type) {
    return new MaskedLstmLayer(conf, type, inputs, hidden);
  }

  @Override
  public void defineParameters(SDLayerParams parameters) {
    parameters.addWeightParam("W", inputs, 4L * hidden);
    parameters.addWeightParam("RW", hidden, 4L * hidden);
    parameters.addBiasParam("b", 1, 4L * hidden);
  }

  /**
   * As DL4J's LSTM: weights normal with variance 2 / (inputs + 2H) (Glorot and Bengio 2010), bias
   * zero but for the forget gate's, 1 (Jozefowicz et al. 2015).
   */
  @Override
  public void initializeParameters(Map<String, INDArray> parameters) {
    double deviation = Math.sqrt(2.0 / (inputs + 2.0 * hidden));
    parameters.forEach(
        (name, value) -> {
          if (name.equals("b")) {
            value.assign(0);
            long from = (long) LstmCell.FORGET * hidden;
            value.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + hidden)).assign(1);
            return;
          }
          value.assign(Nd4j.randn(value.dataType(), value.shape()).muli(deviation));
        });
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.recurrent(hidden, RNNFormat.NCW);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return new Pair<>(mask, state);
  }
}
