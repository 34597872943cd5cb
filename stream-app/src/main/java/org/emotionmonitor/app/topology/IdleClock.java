package org.emotionmonitor.app.topology;

/**
 * The clock by which legs of a task are idle. It is the wall clock, but stands still while audio
 * may be waiting on the topic: while the task does not get to run, and, where it has records to
 * process, it advances no faster than the audio in them. So a stream that is starved, paused or far
 * behind ends no leg whose next chunk it has not read yet.
 *
 * <p>The audio's progress is that of the leg which has come furthest, in steps of capture time from
 * one record of a leg to its next; what senders' clocks show does not matter.
 */
final class IdleClock {

  /** Ticks come every second; a wait that is longer than this was none of the legs'. */
  private static final long LONGEST_TICK_MS = 2_000;

  /** No chunk is longer, so a larger step is a pause or a jump of the sender's clock. */
  private static final long LONGEST_STEP_MS = 1_000;

  private long tickedMs;
  private long idleMs;
  private long audioMs;
  private long tickedAudioMs;
  private boolean busy;

  IdleClock(long nowMs) {
    tickedMs = nowMs;
  }

  /** Time that counts, in ms since this clock was made. */
  long ms() {
    return idleMs;
  }

  /** Where the task's audio is: what a leg that begins starts from. */
  long audioMs() {
    return audioMs;
  }

  /** The leg has a record of that capture time. */
  void heard(TrackedLeg leg, long capturedMs) {
    busy = true;
    leg.heard(idleMs, capturedMs, LONGEST_STEP_MS);
    audioMs = Math.max(audioMs, leg.audioMs());
  }

  /** To be called every second of wall-clock time, or as soon after it as the task gets to run. */
  void tick(long nowMs) {
    long passed = Math.max(0, Math.min(LONGEST_TICK_MS, nowMs - tickedMs));
    idleMs += busy ? Math.min(passed, audioMs - tickedAudioMs) : passed;
    tickedMs = nowMs;
    tickedAudioMs = audioMs;
    busy = false;
  }
}
