package org.emotionmonitor.core.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a leg's samples are written in bytes. Decoded samples are floats in [-1, 1]. */
public enum Encoding {
  /** Signed 16-bit PCM, little-endian. */
  S16LE(2) {
    @Override
    float sample(byte[] src, int at) {
      return ((src[at] & 0xff) | src[at + 1] << 8) * S16_SCALE;
    }

    @Override
    void write(float value, byte[] dst, int at) {
      int s = toS16(value);
      dst[at] = (byte) s;
      dst[at + 1] = (byte) (s >> 8);
    }
  },

  /** G.711 µ-law. */
  PCMU(1) {
    @Override
    float sample(byte[] src, int at) {
      return G711.MULAW[src[at] & 0xff];
    }

    @Override
    void write(float value, byte[] dst, int at) {
      dst[at] = G711.toMulaw(toS16(value));
    }
  },

  /** G.711 A-law. */
  PCMA(1) {
    @Override
    float sample(byte[] src, int at) {
      return G711.ALAW[src[at] & 0xff];
    }

    @Override
    void write(float value, byte[] dst, int at) {
      dst[at] = G711.toAlaw(toS16(value));
    }
  },

  /** IEEE 754 32-bit float, little-endian; what is not a number decodes as 0. */
  F32LE(4) {
    @Override
    float sample(byte[] src, int at) {
      int bits =
          (src[at] & 0xff)
              | (src[at + 1] & 0xff) << 8
              | (src[at + 2] & 0xff) << 16
              | src[at + 3] << 24;
      return clean(Float.intBitsToFloat(bits));
    }

    @Override
    void write(float value, byte[] dst, int at) {
      int bits = Float.floatToIntBits(clean(value));
      dst[at] = (byte) bits;
      dst[at + 1] = (byte) (bits >> 8);
      dst[at + 2] = (byte) (bits >> 16);
      dst[at + 3] = (byte) (bits >> 24);
    }
  };

  private static final float S16_SCALE = 1f / 32_768f;

  private final int bytesPerSample;

  Encoding(int bytesPerSample) {
    this.bytesPerSample = bytesPerSample;
  }

  /**
   * Name in records and on the command line: {@code s16le}, {@code pcmu}, {@code pcma}, {@code
   * f32le}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The encoding of that name.
   *
   * @throws IllegalArgumentException if there is none; names the value and what is allowed
   */
  public static Encoding parse(String label) {
    for (Encoding encoding : values()) {
      if (encoding.label().equalsIgnoreCase(label)) {
        return encoding;
      }
    }
    String allowed = Arrays.stream(values()).map(Encoding::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "encoding '" + label + "' is not supported; use one of: " + allowed);
  }

  /** Bytes of one sample. */
  public int bytesPerSample() {
    return bytesPerSample;
  }

  /**
   * Decodes {@code bytes} bytes of {@code src} from {@code off} into {@code dst} from {@code
   * dstOff}.
   *
   * @return the samples written
   * @throws IllegalArgumentException if the bytes are not a whole number of samples
   */
  public int decode(byte[] src, int off, int bytes, float[] dst, int dstOff) {
    if (bytes % bytesPerSample != 0) {
      throw new IllegalArgumentException(
          "%d bytes of %s audio are not a whole number of samples of %d bytes; send whole samples"
              .formatted(bytes, label(), bytesPerSample));
    }
    int samples = bytes / bytesPerSample;
    for (int i = 0; i < samples; i++) {
      dst[dstOff + i] = sample(src, off + i * bytesPerSample);
    }
    return samples;
  }

  /** Encodes {@code samples} samples; what is beyond full scale is clipped. */
  public void encode(float[] src, int off, int samples, byte[] dst, int dstOff) {
    for (int i = 0; i < samples; i++) {
      write(src[off + i], dst, dstOff + i * bytesPerSample);
    }
  }

  abstract float sample(byte[] src, int at);

  abstract void write(float value, byte[] dst, int at);

  static int toS16(float value) {
    return Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768f)));
  }

  // One sample that is not a number would spread over every frame that its resampled image touches.
  static float clean(float value) {
    return value >= -1f ? Math.min(value, 1f) : value < -1f ? -1f : 0f;
  }
}
