package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;

/**
 * A leg's current state, and its totals once it has ended.
 *
 * @param consent what the party said last
 * @param audioMs audio of the leg so far, losses included
 * @param windows published windows
 * @param chunks what became of the chunks
 * @param endedAt null while the leg is live
 * @param totals what was heard so far
 */
public record LegSummary(
    String callId,
    String legId,
    Role role,
    LegState state,
    String agentId,
    String queue,
    String language,
    Consent consent,
    Encoding encoding,
    int sampleRate,
    Instant startedAt,
    Instant endedAt,
    long audioMs,
    long windows,
    ChunkCounts chunks,
    LegTotals totals,
    Map<String, String> attributes) {

  /** Tells it from a call's summary. */
  @JsonProperty
  public String kind() {
    return "leg";
  }

  /** A leg as it is now. */
  public static LegSummary of(
      StartRecord start,
      Consent consent,
      LegState state,
      Instant endedAt,
      long audioMs,
      long windows,
      ChunkCounts chunks,
      LegTotals totals) {
    return new LegSummary(
        start.callId(),
        start.legId(),
        start.role(),
        state,
        start.agentId(),
        start.queue(),
        start.language(),
        consent,
        start.encoding(),
        start.sampleRate(),
        start.startedAt(),
        endedAt,
        audioMs,
        windows,
        chunks,
        totals,
        start.attributes());
  }

  /** A leg that has just begun. */
  public static LegSummary live(StartRecord start) {
    return of(start, start.consent(), LegState.LIVE, null, 0, 0, ChunkCounts.ZERO, LegTotals.NONE);
  }

  /** A leg that has ended, with its totals. */
  public static LegSummary ended(
      StartRecord start,
      Instant endedAt,
      long audioMs,
      long windows,
      ChunkCounts chunks,
      LegTotals totals) {
    return of(start, start.consent(), LegState.ENDED, endedAt, audioMs, windows, chunks, totals);
  }
}
