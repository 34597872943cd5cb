package org.emotionmonitor.core.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files of two channels at 8 kHz, in any of the formats. */
final class TestWav {

  private static final int RATE = 8_000;
  private static final byte[] SUBFORMAT = {
    (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };

  private TestWav() {}

  /**
   * A file in which every sample of a channel has the same value.
   *
   * @param tag 1 PCM, 3 float, 6 A-law, 7 µ-law
   * @param extensible whether the format chunk is a WAVE_FORMAT_EXTENSIBLE
   */
  static byte[] of(int tag, int bits, boolean extensible, double left, double right, int frames) {
    int block = 2 * bits / 8;
    int fmt = extensible ? 40 : 16;
    ByteBuffer out = ByteBuffer.allocate(28 + fmt + frames * block).order(ByteOrder.LITTLE_ENDIAN);
    text(out, "RIFF").putInt(20 + fmt + frames * block);
    text(out, "WAVEfmt ").putInt(fmt);
    out.putShort((short) (extensible ? 0xfffe : tag)).putShort((short) 2).putInt(RATE);
    out.putInt(RATE * block).putShort((short) block).putShort((short) bits);
    if (extensible) {
      out.putShort((short) 22).putShort((short) bits).putInt(3);
      out.putShort((short) tag).putInt(0).putShort((short) 0x10).put(SUBFORMAT);
    }
    text(out, "data").putInt(frames * block);
    for (int i = 0; i < frames; i++) {
      put(out, tag, bits, left);
      put(out, tag, bits, right);
    }
    return out.array();
  }

  private static ByteBuffer text(ByteBuffer out, String text) {
    return out.put(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void put(ByteBuffer out, int tag, int bits, double value) {
    switch (tag * 100 + bits) {
      case 108 -> out.put((byte) Math.round(128 + value * 128));
      case 116 -> out.putShort((short) (value * 32_768));
      case 124 -> {
        int v = (int) (value * 8_388_608);
        out.put((byte) v).put((byte) (v >> 8)).put((byte) (v >> 16));
      }
      case 132 -> out.putInt((int) (value * 2_147_483_648.0));
      case 332 -> out.putFloat((float) value);
      case 364 -> out.putDouble(value);
      case 608 -> out.put(G711.toAlaw((int) (value * 32_768)));
      default -> out.put(G711.toMulaw((int) (value * 32_768)));
    }
  }
}
