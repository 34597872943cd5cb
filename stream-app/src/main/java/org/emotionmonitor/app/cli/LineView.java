package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line every few seconds, for logs. */
final class LineView implements ProgressView {

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PrintWriter err;
  private final long totalMs;
  private final LongSupplier nanoTime;
  private long last;

  LineView(PrintWriter err, long totalMs, LongSupplier nanoTime) {
    this.err = err;
    this.totalMs = totalMs;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  @Override
  public synchronized void show(long audioMs, int calls, int planned) {
    long now = nanoTime.getAsLong();
    if (now - last < INTERVAL_NANOS) {
      return;
    }
    last = now;
    err.println(
        "replay: %s of %s of audio, %d of %d calls"
            .formatted(Durations.clock(audioMs), Durations.clock(totalMs), calls, planned));
    err.flush();
  }

  @Override
  public void close() {}
}
