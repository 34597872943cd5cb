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
 * Pools [B, channels, T] to [B, channels] without parameters: the mean over the frames that count,
 * or the last state of each direction.
 */
public final class SequencePooling extends SameDiffLayer {

  private static final long serialVersionUID = 1L;

  private int channels;
  private int reversed;
  private boolean mean;

  /** For DL4J's JSON reader. */
  public SequencePooling() {}

  private SequencePooling(int channels, int reversed, boolean mean) {
    this.channels = channels;
    this.reversed = reversed;
    this.mean = mean;
  }

  /** The mean over the frames that count. */
  public static SequencePooling mean(int channels) {
    return new SequencePooling(channels, 0, true);
  }

  /**
   * The state after the last frame that the direction has read.
   *
   * @param reversed how many of the last channels belong to the direction against time, whose last
   *     state is that of frame 0
   */
  public static SequencePooling last(int channels, int reversed) {
    return new SequencePooling(channels, reversed, false);
  }

  public int getChannels() {
    return channels;
  }

  public void setChannels(int channels) {
    this.channels = channels;
  }

  public int getReversed() {
    return reversed;
  }

  public void setReversed(int reversed) {
    this.reversed = reversed;
  }

  public boolean isMean() {
    return mean;
  }

  public void setMean(boolean mean) {
    this.mean = mean;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    SequencePoolingLayer layer = new SequencePoolingLayer(conf, type, this);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamTable(Map.of());
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

  /** Not used: {@link SequencePoolingLayer} computes this layer. */
  @Override
  public SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> parameters, SDVariable mask) {
    throw new UnsupportedOperationException("computed by SequencePoolingLayer");
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward(channels);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // Given to the constructor.
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  /** Time ends here, and the mask with it. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return null;
  }
}
