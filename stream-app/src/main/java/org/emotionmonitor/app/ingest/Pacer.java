package org.emotionmonitor.app.ingest;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says when the audio at a position is due. Every deadline counts from the call's start, so a late
 * chunk does not delay those behind it, and a long call does not drift.
 */
final class Pacer {

  private static final double NANOS = 1e9;

  private final double speed;
  private final LongSupplier nanoTime;
  private final LongConsumer sleep;
  private final long start;

  /**
   * @param speed times real time; 0 never waits
   * @param nanoTime the clock
   * @param sleep waits that many ns or less; is called again until the deadline has passed
   */
  Pacer(double speed, LongSupplier nanoTime, LongConsumer sleep) {
    this.speed = speed;
    this.nanoTime = nanoTime;
    this.sleep = sleep;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Waits until {@code seconds} of the call have passed; returns early when the thread is
   * interrupted.
   */
  void await(double seconds) {
    if (speed == 0) {
      return;
    }
    long deadline = start + Math.round(seconds / speed * NANOS);
    for (long left = deadline - nanoTime.getAsLong();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = deadline - nanoTime.getAsLong()) {
      sleep.accept(left);
    }
  }
}
