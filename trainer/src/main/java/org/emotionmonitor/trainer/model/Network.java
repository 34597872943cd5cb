package org.emotionmonitor.trainer.model;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.layers.AdditiveAttention;
import org.emotionmonitor.trainer.layers.CosineSchedule;
import org.emotionmonitor.trainer.layers.MaskedBiLstm;
import org.emotionmonitor.trainer.layers.SequenceDropout;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * BiLSTM-ATT-MTL: two bidirectional LSTM layers, additive attention over time, and a softmax head
 * each for emotion, rate and volume. Input: normalized features [B, 205, T] with a mask [B, T].
 */
public final class Network {

  /** Names of the layers in the graph; parameters are called after them. */
  public static final String LSTM_1 = "lstm1";

  public static final String LSTM_2 = "lstm2";
  public static final String ATTENTION = "attention";
  public static final String EMOTION = "emotion";
  public static final String RATE = "rate";
  public static final String VOLUME = "volume";

  private static final String INPUT = "features";

  private Network() {}

  /**
   * A network with random weights.
   *
   * @param emotionClassWeights weights of the emotions in the loss; 1 on average
   */
  public static ComputationGraph create(
      NetworkSettings settings, double[] emotionClassWeights, long seed) {
    int channels = 2 * settings.hidden();
    double[] rates = same(Rate.values().length);
    double[] volumes = same(Volume.values().length);
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .updater(
                    new Adam(
                        new CosineSchedule(
                            settings.learningRate(),
                            settings.lastLearningRate(),
                            settings.epochs())))
                .weightInit(WeightInit.XAVIER)
                .l2(settings.l2())
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(settings.clip())
                .graphBuilder()
                .addInputs(INPUT)
                .setInputTypes(InputType.recurrent(FeatureSpec.FEATURES))
                .addLayer(LSTM_1, lstm(settings), INPUT)
                // The argument is the share that is kept.
                .addLayer("dropout1", new SequenceDropout(1 - settings.dropout()), LSTM_1)
                .addLayer(LSTM_2, lstm(settings), "dropout1")
                .addLayer(ATTENTION, new AdditiveAttention(channels, settings.attention()), LSTM_2)
                .addLayer("dropout2", new DropoutLayer(1 - settings.dropout()), ATTENTION)
                .addLayer(EMOTION, head(emotionClassWeights, settings.emotionWeight()), "dropout2")
                .addLayer(RATE, head(rates, settings.rateWeight()), "dropout2")
                .addLayer(VOLUME, head(volumes, settings.volumeWeight()), "dropout2")
                .setOutputs(EMOTION, RATE, VOLUME)
                .build());
    graph.init();
    return graph;
  }

  private static MaskedBiLstm lstm(NetworkSettings settings) {
    return new MaskedBiLstm(
        new LSTM.Builder().nOut(settings.hidden()).activation(Activation.TANH).build());
  }

  /**
   * A weights vector, even one of equal numbers, makes DL4J give all-zero label rows no gradient.
   */
  private static OutputLayer head(double[] classWeights, double weight) {
    double[] weights = Arrays.stream(classWeights).map(w -> w * weight).toArray();
    return new OutputLayer.Builder(
            new LossMCXENT(Nd4j.createFromArray(weights).castTo(DataType.FLOAT)))
        .nOut(weights.length)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static double[] same(int classes) {
    double[] weights = new double[classes];
    Arrays.fill(weights, 1);
    return weights;
  }
}
