package org.emotionmonitor.app.gateway.board;

import java.util.Map;
import org.emotionmonitor.core.domain.LegKey;

/** One fact about a call, as read from a result topic. */
public sealed interface Update {

  /** The call it is about. */
  String callId();

  /** Time of the record, epoch milliseconds. */
  long timestampMs();

  /** A fact about one leg. */
  sealed interface OfLeg extends Update {

    /** The leg it is about. */
    LegKey leg();

    @Override
    default String callId() {
      return leg().callId();
    }
  }

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
      implements OfLeg {}

  /**
   * The leg's current state and totals. Strings are null where the start record said nothing.
   *
   * @param totals JSON object, passed on as it is; null if there are none
   */
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
      Map<String, String> attributes,
      String totals)
      implements OfLeg {

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
      implements OfLeg {}

  /**
   * An alert as it is now.
   *
   * @param state firing, acknowledged or resolved
   * @param role who speaks on its leg
   * @param audioKey key of the leg's audio in Kafka, which decides where an answer goes
   * @param json all of it, passed on as it is
   */
  record Alert(
      String alertId,
      LegKey leg,
      long timestampMs,
      String state,
      String severity,
      String role,
      String agentId,
      String queue,
      String audioKey,
      String json)
      implements OfLeg {

    /** Whether it is over. */
    public boolean resolved() {
      return "resolved".equals(state);
    }
  }

  /**
   * What can be told of a call's parties together.
   *
   * @param totals JSON object, passed on as it is
   */
  record CallTotals(String callId, long timestampMs, String totals) implements Update {}

  /** The call is to be forgotten. */
  record Erased(String callId, long timestampMs) implements Update {}
}
