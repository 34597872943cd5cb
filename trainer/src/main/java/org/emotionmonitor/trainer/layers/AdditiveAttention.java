package org.emotionmonitor.trainer.layers;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Additive attention that pools [B, channels, T] to [B, heads · channels]. Parameters: W [channels,
 * size], b [1, size], v [size, heads].
 */
public final class AdditiveAttention extends ComputedLayer {

  private static final long serialVersionUID = 1L;

  private int channels;
  private int size;
  private int heads = 1;

  /** For DL4J's JSON reader. */
  public AdditiveAttention() {}

  /**
   * @param channels channels of the input
   * @param size columns of W
   * @param heads columns of v, each of which pools by weights of its own
   */
  public AdditiveAttention(int channels, int size, int heads) {
    this.channels = channels;
    this.size = size;
    this.heads = heads;
  }

  public int getChannels() {
    return channels;
  }

  public void setChannels(int channels) {
    this.channels = channels;
  }

  public int getSize() {
    return size;
  }

  public void setSize(int size) {
    this.size = size;
  }

  public int getHeads() {
    return heads;
  }

  public void setHeads(int heads) {
    this.heads = heads;
  }

  @Override
  SameDiffLayer layer(NeuralNetConfiguration conf, DataType type) {
    return new AdditiveAttentionLayer(conf, type, channels, size, heads);
  }

  @Override
  public void defineParameters(SDLayerParams parameters) {
    parameters.addWeightParam("W", channels, size);
    parameters.addBiasParam("b", 1, size);
    parameters.addWeightParam("v", size, heads);
  }

  /** Weights uniform within ±√(6 / (rows + columns)) (Glorot and Bengio 2010), bias zero. */
  @Override
  public void initializeParameters(Map<String, INDArray> parameters) {
    parameters.forEach(
        (name, value) -> {
          if (name.equals("b")) {
            value.assign(0);
            return;
          }
          // A head's v is a vector, however many heads there are.
          long columns = name.equals("v") ? 1 : value.size(1);
          double range = Math.sqrt(6.0 / (value.size(0) + columns));
          INDArray uniform = Nd4j.rand(value.dataType(), value.shape());
          value.assign(uniform.muli(2 * range).subi(range));
        });
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward((long) heads * channels);
  }
}
