package org.emotionmonitor.app.domain;

import java.time.Instant;
import java.util.Map;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;

/**
 * A leg's current state, and its totals once it has ended.
 *
 * @param audioMs audio of the leg so far, losses included
 * @param windows published windows
 * @param chunks what became of the chunks
 * @param endedAt null while the leg is live
 */
public record LegSummary(
    String callId,
    String legId,
    Role role,
    LegState state,
    String agentId,
    String queue,
    String language,
    Encoding encoding,
    int sampleRate,
    Instant startedAt,
    Instant endedAt,
    long audioMs,
    long windows,
    ChunkCounts chunks,
    Map<String, String> attributes) {

  /** A leg that has just begun. */
  public static LegSummary live(StartRecord start) {
    return of(start, LegState.LIVE, null, 0, 0, ChunkCounts.ZERO);
  }

  /** A leg that has ended, with its totals. */
  public static LegSummary ended(
      StartRecord start, Instant endedAt, long audioMs, long windows, ChunkCounts chunks) {
    return of(start, LegState.ENDED, endedAt, audioMs, windows, chunks);
  }

  private static LegSummary of(
      StartRecord start,
      LegState state,
      Instant endedAt,
      long audioMs,
      long windows,
      ChunkCounts chunks) {
    return new LegSummary(
        start.callId(),
        start.legId(),
        start.role(),
        state,
        start.agentId(),
        start.queue(),
        start.language(),
        start.encoding(),
        start.sampleRate(),
        start.startedAt(),
        endedAt,
        audioMs,
        windows,
        chunks,
        start.attributes());
  }
}
