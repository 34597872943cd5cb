package org.emotionmonitor.onnx.export;

import java.util.Random;
import java.util.stream.IntStream;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * An untrained network of the real shape, for tests, benchmarks, and trying out a pipeline: it
 * costs what a trained one costs, and its scores mean nothing.
 */
public final class RandomWeights {

  private final Random random;

  private RandomWeights(long seed) {
    random = new Random(seed);
  }

  /**
   * Weights that depend on the arguments alone, of the size that a framework starts training with.
   *
   * @param hidden LSTM units per direction; 128 in the real model
   */
  public static ModelWeights of(long seed, int hidden) {
    return of(seed, hidden, InputView.ZSCORE, 2, 1);
  }

  /** The same for another input, number of layers and heads of attention. */
  public static ModelWeights of(long seed, int hidden, InputView view, int layers, int heads) {
    return new RandomWeights(seed).model(hidden, view, layers, heads);
  }

  private ModelWeights model(int hidden, InputView view, int layers, int heads) {
    int features = FeatureSpec.FEATURES;
    int states = 2 * hidden;
    int context = heads * states;
    float[] std = uniform(features, 1);
    for (int i = 0; i < std.length; i++) {
      std[i] = 1.5f + std[i];
    }
    return new ModelWeights(
        uniform(features, 3),
        std,
        view,
        IntStream.range(0, layers)
            .mapToObj(n -> lstm(n == 0 ? view.width(features) : states, hidden))
            .toList(),
        new Attention(
            uniform(states * states, scale(states)),
            uniform(states, 0.1),
            uniform(states * heads, 1)),
        head(context, Emotion.values().length),
        head(context, Rate.values().length),
        head(context, Volume.values().length),
        1.5f);
  }

  private Lstm lstm(int input, int hidden) {
    return new Lstm(input, hidden, direction(input, hidden), direction(input, hidden));
  }

  private Direction direction(int input, int hidden) {
    int rows = 4 * hidden;
    return new Direction(
        uniform(rows * input, scale(input)),
        uniform(rows * hidden, scale(hidden)),
        uniform(rows, 0.1));
  }

  private Head head(int input, int classes) {
    // Larger than usual, so that classes and windows are told apart.
    return new Head(uniform(input * classes, 10 * scale(input)), uniform(classes, 0.5));
  }

  /** Bound of Glorot's uniform initialization for equal fan-in and fan-out. */
  private static double scale(int fan) {
    return Math.sqrt(3.0 / fan);
  }

  private float[] uniform(int length, double bound) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
