package org.emotionmonitor.trainer.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Bidirectional LSTM, outputs concatenated. It has the parameters and the file format of DL4J's
 * {@link Bidirectional} around an {@link LSTM}; what differs is the layer that computes it: fast,
 * and true to the time mask.
 */
public final class MaskedBiLstm extends Bidirectional {

  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON reader. */
  public MaskedBiLstm() {}

  /** Both directions like {@code lstm}, which must have {@code nOut} set. */
  public MaskedBiLstm(LSTM lstm) {
    super(Mode.CONCAT, lstm);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    INDArray flat = parameters.reshape(parameters.length());
    long half = flat.length() / 2;
    INDArray forward = flat.get(NDArrayIndex.interval(0, half));
    INDArray backward = flat.get(NDArrayIndex.interval(half, 2 * half));
    MaskedBiLstmLayer layer =
        new MaskedBiLstmLayer(
            conf,
            direction(conf, getFwd(), listeners, index, forward, initialize, type),
            direction(conf, getBwd(), listeners, index, backward, initialize, type),
            parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  private static Layer direction(
      NeuralNetConfiguration conf,
      org.deeplearning4j.nn.conf.layers.Layer lstm,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    NeuralNetConfiguration own = conf.clone();
    own.setLayer(lstm);
    return lstm.instantiate(own, listeners, index, parameters, initialize, type);
  }
}
