package org.emotionmonitor.trainer.model;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.trainer.layers.AdditiveAttention;
import org.emotionmonitor.trainer.layers.CosineSchedule;
import org.emotionmonitor.trainer.layers.FocalLoss;
import org.emotionmonitor.trainer.layers.MaskedBiLstm;
import org.emotionmonitor.trainer.layers.MaskedLstm;
import org.emotionmonitor.trainer.layers.SequenceDropout;
import org.emotionmonitor.trainer.layers.SequencePooling;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * The model family: LSTM layers in one or two directions, a pooling over time, and a softmax head
 * for the emotion, or one each for emotion, rate and volume. Input: [B, width, T] as {@link
 * org.emotionmonitor.trainer.data.InputForm} says, with a mask [B, T].
 */
public final class Network {

  /** Names of the layers in the graph; parameters are called after them. */
  public static final String POOLING = "pooling";

  public static final String EMOTION = "emotion";
  public static final String RATE = "rate";
  public static final String VOLUME = "volume";

  private static final String INPUT = "features";
  private static final String CONTEXT = "context";

  private final Architecture shape;
  private final Loss loss;

  private Network(Architecture shape, Loss loss) {
    this.shape = shape;
    this.loss = loss;
  }

  /** Name of the n-th LSTM layer, from 1. */
  public static String lstm(int n) {
    return "lstm" + n;
  }

  /**
   * A network with random weights.
   *
   * @param emotionClassWeights weights of the emotions in the loss, one per class
   */
  public static ComputationGraph create(
      Architecture shape, Loss loss, Optimizer optimizer, double[] emotionClassWeights, long seed) {
    ComputationGraph graph =
        new ComputationGraph(
            new Network(shape, loss).layers(base(optimizer, seed), emotionClassWeights).build());
    graph.init();
    return graph;
  }

  private static GraphBuilder base(Optimizer optimizer, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .dataType(DataType.FLOAT)
        .updater(
            new Adam(
                new CosineSchedule(
                    optimizer.learningRate(), optimizer.lastLearningRate(), optimizer.epochs())))
        .weightInit(WeightInit.XAVIER)
        .l2(optimizer.l2())
        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
        .gradientNormalizationThreshold(optimizer.clip())
        .graphBuilder();
  }

  private GraphBuilder layers(GraphBuilder graph, double[] emotions) {
    graph.addInputs(INPUT).setInputTypes(InputType.recurrent(shape.input().width()));
    String below = INPUT;
    int channels = shape.input().width();
    for (int n = 1; n <= shape.layers(); n++) {
      if (n > 1) {
        // The argument is the share that is kept.
        graph.addLayer("dropout" + (n - 1), new SequenceDropout(1 - shape.dropout()), below);
        below = "dropout" + (n - 1);
      }
      graph.addLayer(lstm(n), recurrent(channels), below);
      below = lstm(n);
      channels = shape.channels();
    }
    graph.addLayer(POOLING, pooling(), below);
    graph.addLayer(CONTEXT, new DropoutLayer(1 - shape.dropout()), POOLING);
    graph.addLayer(EMOTION, head(loss(emotions, loss.emotion(), loss.focus()), emotions), CONTEXT);
    if (!shape.family().multiTask()) {
      return graph.setOutputs(EMOTION);
    }
    double[] rates = same(Rate.values().length);
    double[] volumes = same(Volume.values().length);
    return graph
        .addLayer(RATE, head(loss(rates, loss.rate(), 0), rates), CONTEXT)
        .addLayer(VOLUME, head(loss(volumes, loss.volume(), 0), volumes), CONTEXT)
        .setOutputs(EMOTION, RATE, VOLUME);
  }

  private Layer recurrent(int inputs) {
    return shape.family().bidirectional()
        ? new MaskedBiLstm(
            new LSTM.Builder().nOut(shape.hidden()).activation(Activation.TANH).build())
        : new MaskedLstm(inputs, shape.hidden());
  }

  private Layer pooling() {
    int channels = shape.channels();
    return switch (shape.pooling()) {
      case ATTENTION -> new AdditiveAttention(channels, shape.attention(), shape.attentionHeads());
      case MEAN -> SequencePooling.mean(channels);
      case LAST, LAST_PADDED ->
          SequencePooling.last(channels, shape.family().bidirectional() ? shape.hidden() : 0);
    };
  }

  private static OutputLayer head(ILossFunction loss, double[] classes) {
    return new OutputLayer.Builder(loss)
        .nOut(classes.length)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /**
   * A weights vector, even one of equal numbers, makes DL4J give all-zero label rows no gradient.
   */
  private static ILossFunction loss(double[] classWeights, double weight, double focus) {
    float[] weights = new float[classWeights.length];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = (float) (classWeights[c] * weight);
    }
    return focus > 0
        ? new FocalLoss(focus, weights)
        : new LossMCXENT(Nd4j.createFromArray(weights));
  }

  private static double[] same(int classes) {
    double[] weights = new double[classes];
    Arrays.fill(weights, 1);
    return weights;
  }
}
