package org.emotionmonitor.app.topology;

/** A leg that has started and not ended. */
abstract sealed class TrackedLeg permits LiveLeg, DroppedLeg {

  private final long startedMs;
  private long heardMs;

  TrackedLeg(long startedMs, long nowMs) {
    this.startedMs = startedMs;
    this.heardMs = nowMs;
  }

  /** When it began, in ms since 1970; tells a leg from a later one of the same name. */
  final long startedMs() {
    return startedMs;
  }

  /** A record of the leg arrived. */
  final void heard(long nowMs) {
    heardMs = nowMs;
  }

  /** Wall-clock time since the last record of the leg. */
  final long idleMs(long nowMs) {
    return nowMs - heardMs;
  }
}
