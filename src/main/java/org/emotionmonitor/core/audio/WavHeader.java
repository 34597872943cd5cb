package org.emotionmonitor.core.audio;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a WAV file's format chunk says, looked at before the platform's reader, which works out the
 * size of a block by itself and so does not notice a header that contradicts itself.
 *
 * @param tag 1 PCM, 3 float, 6 A-law, 7 µ-law, 0xfffe extensible
 * @param channels of a block
 * @param rate in Hz
 * @param block bytes of one sample of all channels
 * @param bits of a sample
 */
record WavHeader(int tag, int channels, long rate, int block, int bits) {

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int ALAW = 6;
  private static final int MULAW = 7;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int RIFF = 12;
  private static final int CHUNK = 8;
  private static final int FORMAT = 16;

  /** Reads on from the beginning of the file up to its format chunk, over at most {@code limit}. */
  static WavHeader read(InputStream in, int limit) throws IOException {
    in.readNBytes(RIFF);
    long at = RIFF;
    while (true) {
      byte[] head = in.readNBytes(CHUNK);
      long size = head.length < CHUNK ? 0 : number(head, 4, 4);
      if (head.length < CHUNK || at + CHUNK + size + FORMAT > limit) {
        throw new IOException("there is no format chunk");
      }
      if (head[0] == 'f' && head[1] == 'm' && head[2] == 't' && head[3] == ' ') {
        byte[] body = in.readNBytes(FORMAT);
        if (size < FORMAT || body.length < FORMAT) {
          throw new IOException("its format chunk has less than %d bytes".formatted(FORMAT));
        }
        return of(body);
      }
      long padded = size + size % 2;
      in.readNBytes((int) padded);
      at += CHUNK + padded;
    }
  }

  private static WavHeader of(byte[] body) {
    int tag = (int) number(body, 0, 2);
    int channels = (int) number(body, 2, 2);
    return new WavHeader(
        tag, channels, number(body, 4, 4), (int) number(body, 12, 2), (int) number(body, 14, 2));
  }

  /** What is wrong, in words, or null if nothing is. */
  String problem() {
    if (tag != PCM && tag != FLOAT && tag != ALAW && tag != MULAW && tag != EXTENSIBLE) {
      return "its audio format 0x%04x is not PCM, float, µ-law or A-law".formatted(tag);
    }
    if (channels < 1 || channels > AudioFile.MAX_CHANNELS) {
      return "its header says %d channels; there can be 1 to %d"
          .formatted(channels, AudioFile.MAX_CHANNELS);
    }
    if (rate < 1 || rate > Integer.MAX_VALUE) {
      return "its header says %d samples per second".formatted(rate);
    }
    if (bits % 8 != 0 || bits < 8 || bits > 64) {
      return "its header says %d bits per sample".formatted(bits);
    }
    if (block * 8 != channels * bits) {
      return "its header contradicts itself: %d channels of %d bits in blocks of %d bytes"
          .formatted(channels, bits, block);
    }
    return null;
  }

  private static long number(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    return value;
  }
}
