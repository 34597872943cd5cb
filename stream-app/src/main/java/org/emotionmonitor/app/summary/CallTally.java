package org.emotionmonitor.app.summary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotionmonitor.app.domain.CallSummary;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;

/**
 * The totals of a call as its legs' parts come in.
 *
 * @param legs by id
 * @param together what the legs did at the same time
 */
public record CallTally(Map<String, Track> legs, Together together) {

  /** No leg yet. */
  public static final CallTally NONE = new CallTally(Map.of(), Together.NONE);

  /**
   * A leg of the call.
   *
   * @param summary the latest
   * @param toMs until when its speech is known
   * @param spans its speech that has not been compared yet
   */
  public record Track(LegSummary summary, long toMs, List<Span> spans) {}

  public CallTally {
    legs = Map.copyOf(legs);
  }

  /** With news of a leg. One that starts anew under its old name takes the old one's place. */
  public CallTally with(LegPart part) {
    LegSummary summary = part.summary();
    Track before = legs.get(summary.legId());
    List<Span> spans = new ArrayList<>();
    if (before != null && before.summary().startedAt().equals(summary.startedAt())) {
      spans.addAll(before.spans());
    }
    spans.addAll(part.spans());
    Map<String, Track> next = new LinkedHashMap<>(legs);
    next.put(summary.legId(), new Track(summary, part.toMs(), spans));
    return new CallTally(next, together).compared();
  }

  private CallTally compared() {
    Together next = together.with(legs.values());
    Map<String, Track> rest = new LinkedHashMap<>();
    legs.forEach(
        (id, leg) ->
            rest.put(id, new Track(leg.summary(), leg.toMs(), next.rest(leg.spans(), leg.toMs()))));
    return new CallTally(rest, next);
  }

  /** Whether all legs have ended. */
  @JsonIgnore
  public boolean isOver() {
    return legs.values().stream().allMatch(leg -> leg.summary().state() == LegState.ENDED);
  }

  /** As it is published. */
  public CallSummary summary(String callId) {
    List<LegSummary> summaries =
        legs.values().stream()
            .map(Track::summary)
            .sorted(Comparator.comparing(LegSummary::legId))
            .toList();
    boolean two = summaries.size() > 1;
    return new CallSummary(
        callId,
        isOver() ? LegState.ENDED : LegState.LIVE,
        first(summaries.stream().map(LegSummary::queue).toList()),
        first(summaries.stream().map(LegSummary::language).toList()),
        summaries.stream().map(LegSummary::startedAt).min(Comparator.naturalOrder()).orElseThrow(),
        isOver() ? lastEnd(summaries) : null,
        summaries.stream().map(CallTally::leg).toList(),
        new CallSummary.Totals(
            summaries.stream().mapToInt(leg -> leg.totals().alertsRaised()).sum(),
            two ? together.talkOverMs() : null,
            two ? together.silenceMs() : null));
  }

  private static CallSummary.Leg leg(LegSummary leg) {
    return new CallSummary.Leg(
        leg.legId(),
        leg.role(),
        leg.state(),
        leg.startedAt(),
        leg.endedAt(),
        leg.audioMs(),
        leg.totals());
  }

  private static Instant lastEnd(List<LegSummary> legs) {
    return legs.stream()
        .map(LegSummary::endedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String first(List<String> texts) {
    return texts.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }
}
