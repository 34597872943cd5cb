package org.emotionmonitor.app.sinks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: twice as long each time up to a limit, of which a random
 * part of at least a half, so that many senders do not come back together.
 */
final class Backoff {

  private final long firstMs;
  private final long mostMs;
  private final RandomGenerator random;

  Backoff(Duration first, Duration most, RandomGenerator random) {
    this.firstMs = first.toMillis();
    this.mostMs = most.toMillis();
    this.random = random;
  }

  /** Before try number {@code attempt + 1}; the first try is number 1. */
  long ms(int attempt) {
    long full = Math.min(mostMs, firstMs << Math.min(30, attempt - 1));
    return full / 2 + random.nextLong(full / 2 + 1);
  }
}
