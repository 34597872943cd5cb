package org.emotionmonitor.core.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Leaves of a FLAC file's metadata only what decoding needs, STREAMINFO. The decoder would
 * otherwise read tags and pictures as well, and trust the sizes that they claim with its memory.
 */
final class FlacHeader {

  private static final int MAGIC = 4;
  private static final int BLOCK_HEADER = 4;
  private static final int STREAM_INFO = 34;
  private static final int LAST = 0x80;

  private FlacHeader() {}

  /**
   * The stream from its beginning, without other metadata.
   *
   * @throws IOException if the stream ends within the metadata, or does not begin with STREAMINFO
   */
  static InputStream strip(InputStream in) throws IOException {
    byte[] head = in.readNBytes(MAGIC + BLOCK_HEADER + STREAM_INFO);
    boolean complete = head.length == MAGIC + BLOCK_HEADER + STREAM_INFO;
    if (!complete || (head[MAGIC] & ~LAST) != 0 || size(head, MAGIC) != STREAM_INFO) {
      throw new IOException("no STREAMINFO block at the beginning");
    }
    boolean last = (head[MAGIC] & LAST) != 0;
    while (!last) {
      byte[] block = in.readNBytes(BLOCK_HEADER);
      if (block.length < BLOCK_HEADER) {
        throw new IOException("ends within the metadata");
      }
      in.skipNBytes(size(block, 0));
      last = (block[0] & LAST) != 0;
    }
    head[MAGIC] = (byte) LAST;
    return new SequenceInputStream(new ByteArrayInputStream(head), in);
  }

  private static int size(byte[] bytes, int block) {
    return ((bytes[block + 1] & 0xff) << 16)
        | ((bytes[block + 2] & 0xff) << 8)
        | (bytes[block + 3] & 0xff);
  }
}
