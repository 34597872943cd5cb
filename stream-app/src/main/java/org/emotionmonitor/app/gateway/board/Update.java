package org.emotionmonitor.app.gateway.board;

import java.util.Map;
import org.emotionmonitor.core.domain.LegKey;

/** One fact about a leg, as read from a result topic. */
public sealed interface Update {

  /** The leg it is about. */
  LegKey leg();

  /** Time of the record, epoch milliseconds. */
  long timestampMs();

  /**
   * One of the three events of a window.
   *
   * @param role who speaks, by label
   * @param abstained why the window was not scored, or null
   * @param attention null but for scored emotion events
   * @param quality of the audio, or null
   * @param syllablesPerSecond speech rate, NaN but for rate events
   * @param activeLevelDbov speech level, NaN but for volume events
   */
  record Window(
      LegKey leg,
      long timestampMs,
      Question question,
      String role,
      Span span,
      Judgement judgement,
      String abstained,
      Attention attention,
      Quality quality,
      float syllablesPerSecond,
      float activeLevelDbov,
      ModelRef model,
      Latency latency,
      String capturedAt)
      implements Update {}

  /** The leg's current state and totals. Strings are null where the start record said nothing. */
  record State(
      LegKey leg,
      long timestampMs,
      String role,
      boolean ended,
      String agentId,
      String queue,
      String language,
      String startedAt,
      String endedAt,
      long audioMs,
      long windows,
      Map<String, Long> chunks,
      Map<String, String> attributes)
      implements Update {

    public State {
      chunks = Map.copyOf(chunks);
      attributes = Map.copyOf(attributes);
    }
  }

  /** What policy decided for the leg. */
  record Decision(
      LegKey leg,
      long timestampMs,
      String role,
      boolean analysed,
      String reason,
      String policy,
      String agentId,
      String queue)
      implements Update {}
}
