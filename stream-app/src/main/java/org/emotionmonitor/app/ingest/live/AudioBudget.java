package org.emotionmonitor.app.ingest.live;

import java.time.Duration;

/**
 * How much audio one connection may send now: real time since its first audio, and a burst. A
 * little more than real time is allowed, as no two clocks agree.
 */
public final class AudioBudget {
  private static final double RATE = 1.05;

  private final double burstMs;
  private double spentMs;
  private long sinceMs = Long.MIN_VALUE;

  public AudioBudget(Duration burst) {
    this.burstMs = burst.toMillis();
  }

  /** {@code audioMs} ms of audio have come; returns for how many ms no more is to be read. */
  public long spend(double audioMs, long nowMs) {
    if (sinceMs != Long.MIN_VALUE) {
      spentMs = Math.max(0, spentMs - (nowMs - sinceMs) * RATE);
    }
    sinceMs = nowMs;
    spentMs += audioMs;
    return (long) Math.ceil(Math.max(0, spentMs - burstMs) / RATE);
  }
}
