package org.emotionmonitor.onnx.export;

/**
 * The network's numbers, independent of the library that trained them: z-score normalization, two
 * bidirectional LSTM layers, attention, three heads.
 *
 * <p>The arrays are neither copied nor compared: two instances are equal only if they share them.
 *
 * @param mean per feature, over the training set
 * @param std per feature, over the training set; above zero
 * @param temperature divides the emotion logits before the softmax (calibration: Guo et al., 2017);
 *     above zero, 1 leaves them as they are
 */
// Weights are large and flow once from trainer to writer: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ModelWeights(
    float[] mean,
    float[] std,
    Lstm layer1,
    Lstm layer2,
    Attention attention,
    Head emotion,
    Head rate,
    Head volume,
    float temperature) {

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
    Checks.equal("layer 1 input", layer1.input(), "features", mean.length);
    Checks.equal("layer 2 input", layer2.input(), "2 x hidden of layer 1", layer1.output());
    int context = layer2.output();
    Checks.equal("attention input", attention.input(), "2 x hidden of layer 2", context);
    Checks.equal("emotion head input", emotion.input(), "2 x hidden of layer 2", context);
    Checks.equal("rate head input", rate.input(), "2 x hidden of layer 2", context);
    Checks.equal("volume head input", volume.input(), "2 x hidden of layer 2", context);
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
