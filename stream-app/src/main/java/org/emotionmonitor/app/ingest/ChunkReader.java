package org.emotionmonitor.app.ingest;

import java.io.IOException;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Encoding;

/**
 * Cuts a file into chunks of equal duration. Where a chunk is not a whole number of samples its
 * ends are rounded down one by one, so that chunk k always begins k durations into the file.
 */
public final class ChunkReader {

  private final AudioFile file;
  private final long chunkMs;
  private final Encoding encoding;
  private final float[][] samples;
  private final float[][] part;
  private long next;
  private long position;
  private int count;

  /**
   * @param file is read from where it stands, and not closed
   * @param chunkMs length of a chunk
   * @param encoding of {@link #encoded}
   */
  public ChunkReader(AudioFile file, int chunkMs, Encoding encoding) {
    this.file = file;
    this.chunkMs = chunkMs;
    this.encoding = encoding;
    int most = (int) ((long) file.sampleRate() * chunkMs / 1_000) + 1;
    this.samples = new float[file.channels()][most];
    this.part = new float[file.channels()][most];
  }

  /**
   * Reads the next chunk; the file's last one may be shorter.
   *
   * @return false at the end of the file
   */
  public boolean next() throws IOException {
    next++;
    int wanted = (int) (next * chunkMs * file.sampleRate() / 1_000 - position);
    count = 0;
    while (count < wanted) {
      int read = file.read(part, wanted - count);
      if (read < 0) {
        break;
      }
      for (int c = 0; c < samples.length; c++) {
        System.arraycopy(part[c], 0, samples[c], count, read);
      }
      count += read;
    }
    position += count;
    return count > 0;
  }

  /** Samples per channel in the current chunk. */
  public int samples() {
    return count;
  }

  /** Samples per channel up to the end of the current chunk. */
  public long position() {
    return position;
  }

  /** The current chunk of one channel, in a fresh array. */
  public byte[] encoded(int channel) {
    byte[] bytes = new byte[count * encoding.bytesPerSample()];
    encoding.encode(samples[channel], 0, count, bytes, 0);
    return bytes;
  }
}
