package org.emotionmonitor.onnx.export;

/** IEEE 754 binary16, which Java has no conversion to before version 20. */
final class HalfFloat {

  private static final int MANTISSA_BITS = 10;
  private static final int EXPONENT_BIAS = 15;
  private static final short INFINITY = 0x7C00;
  private static final short NAN = 0x7E00;

  private HalfFloat() {}

  /** The nearest half, ties to even; what is too large becomes infinite. */
  static short of(float value) {
    int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
    if (Float.isNaN(value)) {
      return (short) (sign | NAN);
    }
    float size = Math.abs(value);
    // Numbers of one exponent are evenly spaced; below the smallest normal one, all are.
    int exponent = Math.max(Math.getExponent(size), 1 - EXPONENT_BIAS);
    double steps = Math.rint(Math.scalb((double) size, MANTISSA_BITS - exponent));
    // A carry into the next exponent, and on to infinity, is what adding does by itself.
    double bits = steps + (double) (exponent + EXPONENT_BIAS - 1) * (1 << MANTISSA_BITS);
    return (short) (sign | (int) Math.min(bits, INFINITY));
  }
}
