package org.emotionmonitor.core.audio;

import javax.sound.sampled.AudioFormat;

/** Converts the bytes of one sample of a WAV file to a float. */
@FunctionalInterface
interface WavSample {

  /** The sample that starts at byte {@code at}. */
  float at(byte[] bytes, int at);

  /** The converter for a format, or null if there is none. WAV is little-endian. */
  static WavSample of(AudioFormat format) {
    AudioFormat.Encoding encoding = format.getEncoding();
    int bits = format.getSampleSizeInBits();
    if (AudioFormat.Encoding.ULAW.equals(encoding) && bits == 8) {
      return Encoding.PCMU::sample;
    }
    if (AudioFormat.Encoding.ALAW.equals(encoding) && bits == 8) {
      return Encoding.PCMA::sample;
    }
    if (format.isBigEndian() && bits > 8) {
      return null;
    }
    if (AudioFormat.Encoding.PCM_FLOAT.equals(encoding)) {
      return bits == 32 ? Encoding.F32LE::sample : bits == 64 ? WavSample::f64 : null;
    }
    if (AudioFormat.Encoding.PCM_UNSIGNED.equals(encoding) && bits == 8) {
      return (bytes, at) -> ((bytes[at] & 0xff) - 128) / 128f;
    }
    if (!AudioFormat.Encoding.PCM_SIGNED.equals(encoding)) {
      return null;
    }
    return switch (bits) {
      case 16 -> Encoding.S16LE::sample;
      case 24 -> WavSample::s24;
      case 32 -> WavSample::s32;
      default -> null;
    };
  }

  private static float s24(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16) * 0x1p-23f;
  }

  private static float s32(byte[] bytes, int at) {
    int low = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    return (low | bytes[at + 3] << 24) * 0x1p-31f;
  }

  private static float f64(byte[] bytes, int at) {
    long bits = 0;
    for (int i = 7; i >= 0; i--) {
      bits = bits << 8 | (bytes[at + i] & 0xff);
    }
    return Encoding.clean((float) Double.longBitsToDouble(bits));
  }
}
