package org.emotionmonitor.trainer.layers;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks and batches for the layers' tests. */
final class Networks {

  static final int INPUTS = 6;
  static final int HIDDEN = 5;
  static final int CLASSES = 3;
  static final int BATCH = 4;
  static final int STEPS = 12;
  static final int[] LENGTHS = {12, 9, 5, 1};

  private Networks() {}

  /** Two recurrent layers, attention, one head. */
  static ComputationGraph attentive() {
    GraphBuilder builder =
        recurrent(true)
            .addLayer("attention", new AdditiveAttention(2 * HIDDEN, 7), "second")
            .addLayer("head", head(), "attention");
    return build(builder);
  }

  /** Two recurrent layers, ours or DL4J's own, and a head on the last step. */
  static ComputationGraph lastStep(boolean own) {
    GraphBuilder builder =
        recurrent(own)
            .addVertex("last", new LastTimeStepVertex("in"), "second")
            .addLayer("head", head(), "last");
    return build(builder);
  }

  private static GraphBuilder recurrent(boolean own) {
    return new NeuralNetConfiguration.Builder()
        .seed(5)
        .dataType(DataType.FLOAT)
        .updater(new Adam(new CosineSchedule(1e-2, 1e-4, 10)))
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.recurrent(INPUTS))
        .setOutputs("head")
        .addLayer("first", lstm(own), "in")
        .addLayer("second", lstm(own), "first");
  }

  private static Layer lstm(boolean own) {
    LSTM lstm = new LSTM.Builder().nOut(HIDDEN).activation(Activation.TANH).build();
    return own ? new MaskedBiLstm(lstm) : new Bidirectional(Bidirectional.Mode.CONCAT, lstm);
  }

  private static OutputLayer head() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static ComputationGraph build(GraphBuilder builder) {
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  static INDArray features(long seed) {
    Random random = new Random(seed);
    float[] values = new float[BATCH * INPUTS * STEPS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape('c', BATCH, INPUTS, STEPS);
  }

  static INDArray labels() {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, CLASSES);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, i % CLASSES, 1f);
    }
    return labels;
  }

  static INDArray mask() {
    INDArray mask = Nd4j.zeros(DataType.FLOAT, BATCH, STEPS);
    for (int i = 0; i < BATCH; i++) {
      for (int t = 0; t < LENGTHS[i]; t++) {
        mask.putScalar(i, t, 1f);
      }
    }
    return mask;
  }
}
