package org.emotionmonitor.core.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails when it is read again and again after its end. jFLAC takes the end for a bad
 * block in some broken files, and looks for the next block for ever.
 */
final class BoundedEnd extends FilterInputStream {

  private static final int PATIENCE = 100;

  private int ends;

  BoundedEnd(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return check(super.read());
  }

  @Override
  public int read(byte[] bytes, int off, int len) throws IOException {
    return check(super.read(bytes, off, len));
  }

  private int check(int result) throws IOException {
    if (result < 0 && ++ends > PATIENCE) {
      throw new IOException("no whole block before the end");
    }
    return result;
  }
}
