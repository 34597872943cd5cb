package org.emotionmonitor.trainer.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Pools [B, channels, T] to [B, channels] without parameters: the mean over the frames that count,
 * or the last state of each direction.
 */
public final class SequencePooling extends ComputedLayer {

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
  SameDiffLayer layer(NeuralNetConfiguration conf, DataType type) {
    return new SequencePoolingLayer(conf, type, this);
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward(channels);
  }
}
