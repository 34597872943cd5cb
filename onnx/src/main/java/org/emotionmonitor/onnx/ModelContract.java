package org.emotionmonitor.onnx;

/** Names of the model's inputs and outputs, shared by the writer and the scorer. */
public final class ModelContract {

  /** Input, float32 {@code [N, T, 205]}: raw features; normalization is inside the graph. */
  public static final String FEATURES = "features";

  /** Input, int32 {@code [N]}: frames of each window that count, 1 to T; the rest is padding. */
  public static final String LENGTHS = "lengths";

  /** Output, float32 {@code [N, 5]}: probabilities. */
  public static final String EMOTION = "emotion";

  /** Output, float32 {@code [N, 3]}: probabilities. */
  public static final String RATE = "rate";

  /** Output, float32 {@code [N, 3]}: probabilities. */
  public static final String VOLUME = "volume";

  /** Output, float32 {@code [N, T]}: sums to 1 over the frames that count, 0 on padding. */
  public static final String ATTENTION = "attention";

  private ModelContract() {}
}
