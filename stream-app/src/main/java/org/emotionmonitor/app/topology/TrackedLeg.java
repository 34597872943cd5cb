package org.emotionmonitor.app.topology;

import org.emotionmonitor.core.domain.LegKey;

/** A leg, or a stereo stream of two legs, that has started and not ended. */
abstract sealed class TrackedLeg permits LiveLeg, DroppedLeg, SplitLeg {

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final String key;
  private final String audioKey;
  private final long startedMs;
  private long heardMs;
  private long capturedMs = UNKNOWN;
  private long audioMs;
  private Pause pause = Pause.NONE;

  TrackedLeg(LegKey key, LegKey audioKey, long startedMs) {
    this.key = key.toString();
    this.audioKey = audioKey.toString();
    this.startedMs = startedMs;
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

  /** Begins by {@link IdleClock}, with that much audio. */
  final void begins(long idleClockMs, long audio) {
    heardMs = idleClockMs;
    audioMs = audio;
  }

  /** A record of the leg arrived; what it adds to the leg's audio is no more than {@code most}. */
  final void heard(long idleClockMs, long captured, long most) {
    heardMs = idleClockMs;
    audioMs += capturedMs == UNKNOWN ? 0 : Math.max(0, Math.min(most, captured - capturedMs));
    capturedMs = captured;
  }

  /** How far its audio has come, as {@link IdleClock} counts it. */
  final long audioMs() {
    return audioMs;
  }

  /** Time by {@link IdleClock} since the last record of the leg. */
  final long idleMs(long idleClockMs) {
    return idleClockMs - heardMs;
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
