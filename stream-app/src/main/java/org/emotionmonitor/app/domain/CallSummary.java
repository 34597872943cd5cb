package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.emotionmonitor.core.domain.Role;

/**
 * A call over its analysed legs, under the key {@code callId}. It never adds up calls, nor the legs
 * of different people.
 *
 * @param state ended when all its legs have
 * @param startedAt when its first leg began
 * @param endedAt when its last leg ended; null while it is live
 * @param legs those that are analysed; a leg that policy drops does not appear
 */
public record CallSummary(
    String callId,
    LegState state,
    String queue,
    String language,
    Instant startedAt,
    Instant endedAt,
    List<Leg> legs,
    Totals totals) {

  public CallSummary {
    legs = List.copyOf(legs);
  }

  /** Tells it from a leg's summary. */
  @JsonProperty
  public String kind() {
    return "call";
  }

  /**
   * One party.
   *
   * @param audioMs audio so far
   */
  public record Leg(
      String legId,
      Role role,
      LegState state,
      Instant startedAt,
      Instant endedAt,
      long audioMs,
      LegTotals totals) {}

  /**
   * What can be told of the parties together.
   *
   * @param alerts alerts raised on its legs
   * @param talkOverMs time in which at least two speak; null unless at least two legs are analysed
   * @param mutualSilenceMs time in which nobody speaks while all legs go on; null likewise
   */
  public record Totals(int alerts, Long talkOverMs, Long mutualSilenceMs) {}
}
