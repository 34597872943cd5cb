package org.emotionmonitor.trainer.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout on sequences [B, channels, T] that hands the time mask on. DL4J's own layer would
 * multiply by the mask as if its input were [B, channels], and fail.
 */
public final class SequenceDropout extends DropoutLayer {

  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON reader. */
  public SequenceDropout() {
    this(1);
  }

  /**
   * @param retained share of activations that is kept
   */
  public SequenceDropout(double retained) {
    super(retained);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Unmasked layer = new Unmasked(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  /** DL4J's dropout without its use of the mask: what follows ignores padding anyway. */
  private static final class Unmasked extends org.deeplearning4j.nn.layers.DropoutLayer {

    private static final long serialVersionUID = 1L;

    Unmasked(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
        INDArray mask, MaskState state, int batch) {
      return new Pair<>(mask, state);
    }
  }
}
