package org.emotionmonitor.app.topology;

import org.emotionmonitor.core.domain.LegKey;

/** A leg that policy drops: nothing but the fact that it began is known. */
final class DroppedLeg extends TrackedLeg {

  DroppedLeg(LegKey key, LegKey audioKey, long startedMs) {
    super(key, audioKey, startedMs);
  }

  @Override
  LegMeta meta() {
    return LegMeta.dropped(startedMs(), pause(), audioKey());
  }
}
