package org.emotionmonitor.bench.gateway;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts latencies by the millisecond. */
final class Latencies {
  private static final int MAX_MS = 60_000;

  private final AtomicLongArray byMs = new AtomicLongArray(MAX_MS + 1);

  void add(long ms) {
    byMs.incrementAndGet((int) Math.max(0, Math.min(MAX_MS, ms)));
  }

  void reset() {
    for (int i = 0; i <= MAX_MS; i++) {
      byMs.set(i, 0);
    }
  }

  long count() {
    long count = 0;
    for (int i = 0; i <= MAX_MS; i++) {
      count += byMs.get(i);
    }
    return count;
  }

  /** The latency that this share of all does not exceed, in ms. */
  long quantile(double share) {
    long left = (long) Math.ceil(count() * share);
    for (int i = 0; i <= MAX_MS; i++) {
      left -= byMs.get(i);
      if (left <= 0) {
        return i;
      }
    }
    return MAX_MS;
  }
}
