package org.emotionmonitor.onnx.export;

import java.util.List;

/**
 * The network's numbers, independent of the library that trained them: z-score normalization, what
 * is seen of it, bidirectional LSTM layers, attention, three heads.
 *
 * <p>The arrays are neither copied nor compared: two instances are equal only if they share them.
 *
 * @param mean per feature, over the training set
 * @param std per feature, over the training set; above zero
 * @param view what the first layer sees
 * @param layers at least one, each on top of the one before
 * @param temperature divides the emotion logits before the softmax (calibration: Guo et al., 2017);
 *     above zero, 1 leaves them as they are
 */
// Weights are large and flow once from trainer to writer: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ModelWeights(
    float[] mean,
    float[] std,
    InputView view,
    List<Lstm> layers,
    Attention attention,
    Head emotion,
    Head rate,
    Head volume,
    float temperature) {

  /** Two layers that see z-scores. */
  public ModelWeights(
      float[] mean,
      float[] std,
      Lstm layer1,
      Lstm layer2,
      Attention attention,
      Head emotion,
      Head rate,
      Head volume,
      float temperature) {
    this(
        mean,
        std,
        InputView.ZSCORE,
        List.of(layer1, layer2),
        attention,
        emotion,
        rate,
        volume,
        temperature);
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a part does not fit its neighbour, or a number is not
   *     usable
   */
  public ModelWeights {
    Checks.array("mean", mean, mean.length, "features");
    Checks.array("std", std, mean.length, "features %d, as mean".formatted(mean.length));
    for (int i = 0; i < std.length; i++) {
      if (std[i] <= 0) {
        throw new IllegalArgumentException(
            "std[%d] is %s, expected above 0: use 1 for a feature that never varies"
                .formatted(i, std[i]));
      }
    }
    layers = List.copyOf(layers);
    Checks.size("LSTM layers", layers.size());
    Checks.equal("layer 1 input", layers.get(0).input(), "features", view.width(mean.length));
    for (int n = 1; n < layers.size(); n++) {
      Checks.equal(
          "layer %d input".formatted(n + 1),
          layers.get(n).input(),
          "2 x hidden of layer " + n,
          layers.get(n - 1).output());
    }
    int states = layers.get(layers.size() - 1).output();
    String last = "2 x hidden of layer " + layers.size();
    Checks.equal("attention input", attention.input(), last, states);
    int context = attention.heads() * states;
    String pooled = last + " x %d heads of attention".formatted(attention.heads());
    Checks.equal("emotion head input", emotion.input(), pooled, context);
    Checks.equal("rate head input", rate.input(), pooled, context);
    Checks.equal("volume head input", volume.input(), pooled, context);
    if (!(temperature > 0) || !Float.isFinite(temperature)) {
      throw new IllegalArgumentException(
          "temperature is %s, expected a finite number above 0".formatted(temperature));
    }
  }

  /** Numbers per frame that the network takes. */
  public int features() {
    return mean.length;
  }
}
