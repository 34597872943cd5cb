package org.emotionmonitor.core.audio;

/** The two companding laws of ITU-T G.711, on 16-bit linear samples. */
final class G711 {

  /** Decoded value in [-1, 1] of each µ-law byte. */
  static final float[] MULAW = new float[256];

  /** Decoded value in [-1, 1] of each A-law byte. */
  static final float[] ALAW = new float[256];

  private static final int MULAW_BIAS = 132;
  private static final int MULAW_CLIP = 32_635;
  private static final int ALAW_CLIP = 32_767;

  static {
    for (int code = 0; code < 256; code++) {
      MULAW[code] = fromMulaw(code) / 32_768f;
      ALAW[code] = fromAlaw(code) / 32_768f;
    }
  }

  private G711() {}

  private static int fromMulaw(int code) {
    int bits = ~code & 0xff;
    int magnitude = ((((bits & 0x0f) << 3) + MULAW_BIAS) << ((bits >> 4) & 7)) - MULAW_BIAS;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }

  private static int fromAlaw(int code) {
    int bits = code ^ 0x55;
    int exponent = (bits >> 4) & 7;
    int mantissa = (bits & 0x0f) << 4;
    int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
    return (bits & 0x80) == 0 ? -magnitude : magnitude;
  }

  static byte toMulaw(int s16) {
    int sign = s16 < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(s16), MULAW_CLIP) + MULAW_BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  static byte toAlaw(int s16) {
    int sign = s16 < 0 ? 0 : 0x80;
    // Negative values are mirrored one step down, as the standard's tables are.
    int magnitude = Math.min(s16 < 0 ? ~s16 : s16, ALAW_CLIP);
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0f;
    return (byte) ((sign | (exponent << 4) | mantissa) ^ 0x55);
  }
}
