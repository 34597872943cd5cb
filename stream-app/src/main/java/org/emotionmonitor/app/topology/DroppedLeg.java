package org.emotionmonitor.app.topology;

/** A leg that policy drops: nothing but the fact that it began is known. */
final class DroppedLeg extends TrackedLeg {

  DroppedLeg(long startedMs, long nowMs) {
    super(startedMs, nowMs);
  }
}
