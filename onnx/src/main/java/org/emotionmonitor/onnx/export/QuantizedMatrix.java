package org.emotionmonitor.onnx.export;

/**
 * A matrix as signed bytes with one scale per output channel: {@code value = byte * scale}, zero
 * point 0.
 *
 * <p>The bytes stay within ±64, one bit less than they could hold. On processors without VNNI the
 * runtime's kernels add two products of an unsigned and a signed byte in 16 bits, which saturate
 * above 2 x 255 x 64; so a model gives the same scores on every machine, for a bit of precision.
 *
 * @param values {@code [input][channels]}, row-major: the layout of ONNX Runtime's operator
 * @param scales {@code [channels]}
 */
// Private to this package and never compared.
@SuppressWarnings("ArrayRecordComponent")
record QuantizedMatrix(byte[] values, float[] scales) {

  private static final int LIMIT = 64;

  /**
   * Quantizes and transposes.
   *
   * @param w {@code [channels][input]}, row-major
   */
  static QuantizedMatrix of(float[] w, int channels) {
    int input = w.length / channels;
    byte[] values = new byte[w.length];
    float[] scales = new float[channels];
    for (int c = 0; c < channels; c++) {
      scales[c] = scale(w, c * input, input);
      for (int k = 0; k < input; k++) {
        values[k * channels + c] = (byte) Math.round(w[c * input + k] / scales[c]);
      }
    }
    return new QuantizedMatrix(values, scales);
  }

  /** Size of one step; a channel of zeros has any. */
  private static float scale(float[] w, int from, int count) {
    float max = 0;
    for (int i = from; i < from + count; i++) {
      max = Math.max(max, Math.abs(w[i]));
    }
    return max == 0 ? 1 : max / LIMIT;
  }
}
