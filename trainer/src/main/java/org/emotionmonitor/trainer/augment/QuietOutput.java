package org.emotionmonitor.trainer.augment;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Keeps what a library prints on standard output off it. Only the calling thread is silenced; what
 * others print meanwhile passes.
 */
final class QuietOutput {

  private QuietOutput() {}

  static synchronized <T> T during(Supplier<T> work) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(new Gate(before), true, StandardCharsets.UTF_8));
    try {
      return work.get();
    } finally {
      System.setOut(before);
    }
  }

  private static final class Gate extends OutputStream {
    private final Thread silenced = Thread.currentThread();
    private final PrintStream out;

    private Gate(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      if (Thread.currentThread() != silenced) {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int off, int len) {
      if (Thread.currentThread() != silenced) {
        out.write(bytes, off, len);
      }
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}
