package org.emotionmonitor.app.topology;

import org.emotionmonitor.core.domain.LegKey;

/** A leg, or a stereo stream of two legs, that has started and not ended. */
abstract sealed class TrackedLeg permits LiveLeg, DroppedLeg, SplitLeg {

  private final String key;
  private final String audioKey;
  private final long startedMs;
  private long heardMs;
  private Pause pause = Pause.NONE;

  TrackedLeg(LegKey key, LegKey audioKey, long startedMs, long nowMs) {
    this.key = key.toString();
    this.audioKey = audioKey.toString();
    this.startedMs = startedMs;
    this.heardMs = nowMs;
  }

  final String key() {
    return key;
  }

  /** Key of the records that its audio comes in. */
  final String audioKey() {
    return audioKey;
  }

  /** Whether its audio comes as a channel of a stereo stream, with which it ends. */
  final boolean isChannel() {
    return !key.equals(audioKey);
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

  final Pause pause() {
    return pause;
  }

  final void pause(Pause changed) {
    pause = changed;
  }

  /** What is kept of it in the store. */
  abstract LegMeta meta();
}
