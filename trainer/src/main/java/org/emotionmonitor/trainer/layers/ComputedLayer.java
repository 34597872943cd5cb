package org.emotionmonitor.trainer.layers;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer that computes itself, forwards and back. It borrows SameDiffLayer's
 * handling of parameters only, since SameDiffLayer doubles gradients. Unless a layer says
 * otherwise, it has no parameters, and time ends in it.
 */
public abstract class ComputedLayer extends SameDiffLayer {

  private static final long serialVersionUID = 1L;

  /** What computes this layer. */
  abstract org.deeplearning4j.nn.layers.samediff.SameDiffLayer layer(
      NeuralNetConfiguration conf, DataType type);

  @Override
  public final Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    org.deeplearning4j.nn.layers.samediff.SameDiffLayer layer = layer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    if (initializer().numParams(conf) > 0) {
      layer.setParamsViewArray(parameters);
      layer.setParamTable(initializer().init(conf, parameters, initialize));
    } else {
      layer.setParamTable(Map.of());
    }
    layer.setConf(conf);
    return layer;
  }

  @Override
  public void defineParameters(SDLayerParams parameters) {
    // There are none.
  }

  @Override
  public void initializeParameters(Map<String, INDArray> parameters) {
    // There are none.
  }

  /** Not used: {@link #layer} computes this layer. */
  @Override
  public final SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> parameters, SDVariable mask) {
    throw new UnsupportedOperationException("a layer that computes itself has no graph");
  }

  @Override
  public final void setNIn(InputType input, boolean override) {
    // Given to the constructor.
  }

  @Override
  public final InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  /** Time ends here, and the mask with it. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return null;
  }
}
