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

  /** Layers between the inputs and the head. */
  enum Kind {
    ATTENTION,
    HEADS_OF_ATTENTION,
    MEAN,
    LAST,
    ONE_DIRECTION,
    FOCAL;

    private Layer pooling() {
      return switch (this) {
        case ATTENTION -> new AdditiveAttention(2 * HIDDEN, 7, 1);
        case HEADS_OF_ATTENTION -> new AdditiveAttention(2 * HIDDEN, 7, 3);
        case MEAN, FOCAL -> SequencePooling.mean(2 * HIDDEN);
        case LAST -> SequencePooling.last(2 * HIDDEN, HIDDEN);
        case ONE_DIRECTION -> SequencePooling.last(HIDDEN, 0);
      };
    }
  }

  /** Two recurrent layers, attention, one head. */
  static ComputationGraph attentive() {
    return of(Kind.ATTENTION);
  }

  static ComputationGraph of(Kind kind) {
    GraphBuilder builder =
        kind == Kind.ONE_DIRECTION
            ? base()
                .addLayer("first", new MaskedLstm(INPUTS, HIDDEN), "in")
                .addLayer("second", new MaskedLstm(HIDDEN, HIDDEN), "first")
            : recurrent(true);
    return build(
        builder
            .addLayer("pooling", kind.pooling(), "second")
            .addLayer("head", kind == Kind.FOCAL ? focal() : head(), "pooling"));
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
    return base().addLayer("first", lstm(own), "in").addLayer("second", lstm(own), "first");
  }

  private static GraphBuilder base() {
    return new NeuralNetConfiguration.Builder()
        .seed(5)
        .dataType(DataType.FLOAT)
        .updater(new Adam(new CosineSchedule(1e-2, 1e-4, 10)))
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.recurrent(INPUTS))
        .setOutputs("head");
  }

  private static Layer lstm(boolean own) {
    LSTM lstm = new LSTM.Builder().nOut(HIDDEN).activation(Activation.TANH).build();
    return own ? new MaskedBiLstm(lstm) : new Bidirectional(Bidirectional.Mode.CONCAT, lstm);
  }

  private static OutputLayer focal() {
    return new OutputLayer.Builder(new FocalLoss(2, new float[] {0.5f, 1, 2}))
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
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
