package org.emotionmonitor.trainer.layers;

/**
 * Hyperbolic tangent and logistic function over stretches of an array, without calls or branches,
 * so that the JIT turns the loops into vector instructions.
 *
 * <p>tanh(y) with y = x/2 is the seventh convergent n/q of Lambert's continued fraction y/(1 +
 * y²/(3 + y²/(5 + …))), whose coefficients are exact in float32; then tanh(x) = 2nq / (q² + n²).
 * The method's error is 1e-8, so float32's own rounding is what remains. The logistic function is
 * (1 + tanh(x/2)) / 2.
 */
final class Activations {

  /** Beyond it, tanh is 1 in float32. */
  private static final float SATURATION = 9.02f;

  private Activations() {}

  static float tanh(float value) {
    float y = 0.5f * Math.max(-SATURATION, Math.min(SATURATION, value));
    float s = y * y;
    float p = Math.fma(s, Math.fma(s, s + 378f, 17_325f), 135_135f);
    float q = Math.fma(s, Math.fma(s, Math.fma(s, 28f, 3_150f), 62_370f), 135_135f);
    float n = y * p;
    return 2f * n * q / Math.fma(q, q, n * n);
  }

  static void tanh(float[] values, int from, int count) {
    for (int j = from; j < from + count; j++) {
      values[j] = tanh(values[j]);
    }
  }

  static void sigmoid(float[] values, int from, int count) {
    for (int j = from; j < from + count; j++) {
      values[j] = Math.fma(0.5f, tanh(0.5f * values[j]), 0.5f);
    }
  }

  /** {@code values[from + j] += addend[j]} for every j. */
  static void add(float[] values, int from, float[] addend) {
    for (int j = 0; j < addend.length; j++) {
      values[from + j] += addend[j];
    }
  }
}
