package org.emotionmonitor.app.topology;

import java.util.function.LongSupplier;

/**
 * Bounds how many lines one kind of message may write: so many in a minute, the others are counted.
 * Whoever sends a flood of bad records shall not fill the disk with messages about them.
 */
final class LogBudget {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final int perMinute;
  private final LongSupplier nanos;
  private long begunNanos;
  private int written;
  private long withheld;

  LogBudget(int perMinute) {
    this(perMinute, System::nanoTime);
  }

  LogBudget(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
    this.begunNanos = nanos.getAsLong();
  }

  /** Whether a line may be written now. */
  boolean admits() {
    long now = nanos.getAsLong();
    if (now - begunNanos >= MINUTE_NANOS) {
      begunNanos = now;
      written = 0;
    }
    if (written < perMinute) {
      written++;
      return true;
    }
    withheld++;
    return false;
  }

  /** Lines that were not written since the last call. */
  long takeWithheld() {
    long count = withheld;
    withheld = 0;
    return count;
  }
}
