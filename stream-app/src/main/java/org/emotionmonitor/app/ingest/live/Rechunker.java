package org.emotionmonitor.app.ingest.live;

import java.util.Arrays;
import org.emotionmonitor.core.audio.Encoding;

/**
 * Cuts a leg's audio into chunks of one length, whatever the sizes in which it comes. The bytes of
 * all chunks together are the bytes that came in; a gap of known length keeps its length, by chunks
 * left out, which the stream counts as lost, and silence up to the chunks' bounds.
 */
final class Rechunker {

  /** A jump in seq longer than this could be taken for the sender's mistake. */
  private static final int LONGEST_JUMP_MS = 30_000;

  private final byte[] chunk;
  private final byte silence;
  private final int bytesPerSample;
  private final int sampleRate;
  private final long longestJump;
  private final Sink sink;
  private int filled;
  private long seq;

  /** Takes a chunk; the array is its own. */
  @FunctionalInterface
  interface Sink {
    void chunk(long seq, byte[] audio) throws IngestException;
  }

  /**
   * @param sampleRate in Hz
   * @param chunkMs length of a chunk, in ms
   */
  Rechunker(Encoding encoding, int sampleRate, int chunkMs, Sink sink) {
    this.bytesPerSample = encoding.bytesPerSample();
    this.sampleRate = sampleRate;
    // The stream counts a lost chunk with the same rounding.
    this.chunk = new byte[(int) ((long) sampleRate * chunkMs / 1_000) * bytesPerSample];
    this.silence =
        switch (encoding) {
          case PCMU -> (byte) 0xff;
          case PCMA -> (byte) 0xd5;
          case S16LE, F32LE -> 0;
        };
    this.longestJump = Math.max(1, LONGEST_JUMP_MS / chunkMs);
    this.sink = sink;
  }

  /** Adds whole samples. */
  void add(byte[] audio) throws IngestException {
    for (int at = 0; at < audio.length; ) {
      int n = Math.min(audio.length - at, chunk.length - filled);
      System.arraycopy(audio, at, chunk, filled, n);
      filled += n;
      at += n;
      if (filled == chunk.length) {
        flush();
      }
    }
  }

  /** Audio of {@code ms} ms never came. */
  void gap(long ms) throws IngestException {
    long left = ms * sampleRate / 1_000 * bytesPerSample;
    if (filled > 0) {
      left -= silence((int) Math.min(left, chunk.length - filled));
    }
    for (long whole = left / chunk.length; whole > 0; ) {
      long jump = Math.min(whole, longestJump);
      seq += jump;
      whole -= jump;
      if (whole > 0) {
        whole--;
        silence(chunk.length);
      }
    }
    silence((int) (left % chunk.length));
  }

  private int silence(int bytes) throws IngestException {
    Arrays.fill(chunk, filled, filled + bytes, silence);
    filled += bytes;
    if (filled == chunk.length) {
      flush();
    }
    return bytes;
  }

  /** Passes on what has come since the last whole chunk. */
  void flush() throws IngestException {
    if (filled > 0) {
      byte[] audio = Arrays.copyOf(chunk, filled);
      filled = 0;
      sink.chunk(seq++, audio);
    }
  }
}
