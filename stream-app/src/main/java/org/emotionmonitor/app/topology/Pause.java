package org.emotionmonitor.app.topology;

/**
 * A leg's latest pause, in capture time; an earlier one need not be remembered, as chunks are not
 * waited for that long.
 *
 * @param fromMs when it began; {@link #NEVER} without one
 * @param toMs when it ended; {@link #OPEN} if it goes on
 */
record Pause(long fromMs, long toMs) {

  static final long NEVER = Long.MAX_VALUE;
  static final long OPEN = Long.MAX_VALUE;

  /** No pause yet. */
  static final Pause NONE = new Pause(NEVER, 0);

  static Pause begin(long fromMs) {
    return new Pause(fromMs, OPEN);
  }

  /** This pause, ended; one without a begin stays none. */
  Pause end(long atMs) {
    return goesOn() ? new Pause(fromMs, Math.max(fromMs, atMs)) : this;
  }

  boolean goesOn() {
    return fromMs != NEVER && toMs == OPEN;
  }

  /** Whether what was captured then may not be heard. */
  boolean covers(long capturedMs) {
    return capturedMs > fromMs && capturedMs < toMs;
  }
}
