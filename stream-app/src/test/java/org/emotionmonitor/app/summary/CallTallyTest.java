package org.emotionmonitor.app.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.emotionmonitor.app.domain.CallSummary;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class CallTallyTest {

  private static final long T = Instant.parse("2026-01-31T09:30:00Z").toEpochMilli();

  @Test
  void shouldCompareTwoLegsAsFarAsBothAreKnown() {
    CallTally call =
        CallTally.NONE
            .with(part("customer", 0, false, 10_000, span(0, 4_000), span(6_000, 8_000)))
            .with(part("agent", 1_000, false, 7_000, span(3_000, 6_500)));

    CallSummary.Totals totals = call.summary("c").totals();
    // From 1 s on, when both are there, to 7 s, until when both are known.
    assertThat(totals.talkOverMs()).isEqualTo(1_000 + 500);
    assertThat(totals.mutualSilenceMs()).isZero();

    call = call.with(part("agent", 1_000, false, 10_000, span(9_000, 10_000)));
    totals = call.summary("c").totals();
    assertThat(totals.talkOverMs()).isEqualTo(1_500);
    assertThat(totals.mutualSilenceMs()).isEqualTo(1_000);
    assertThat(call.legs().get("customer").spans()).isEmpty();
  }

  @Test
  void shouldTellNothingOfTwoWhereOneIsAnalysed() {
    CallSummary summary =
        CallTally.NONE.with(part("customer", 0, false, 9_000, span(0, 9_000))).summary("c");

    assertThat(summary.totals().talkOverMs()).isNull();
    assertThat(summary.totals().mutualSilenceMs()).isNull();
    assertThat(summary.legs()).extracting(CallSummary.Leg::legId).containsExactly("customer");
  }

  @Test
  void shouldEndWhenAllItsLegsHave() {
    CallTally call = CallTally.NONE.with(part("customer", 0, true, 9_000));
    assertThat(call.summary("c").state()).isEqualTo(LegState.ENDED);
    call = call.with(part("agent", 0, false, 5_000));
    assertThat(call.summary("c").state()).isEqualTo(LegState.LIVE);
    assertThat(call.summary("c").endedAt()).isNull();
    call = call.with(part("agent", 0, true, 9_500));
    assertThat(call.summary("c").endedAt()).isEqualTo(Instant.ofEpochMilli(T + 9_500));
  }

  private static LegPart part(String leg, long startMs, boolean ended, long toMs, Span... spans) {
    StartRecord start =
        StartRecord.of(
            new LegKey("c", leg),
            Role.CUSTOMER,
            Encoding.PCMU,
            8_000,
            20,
            Instant.ofEpochMilli(T + startMs));
    LegSummary summary =
        LegSummary.of(
            start,
            start.consent(),
            ended ? LegState.ENDED : LegState.LIVE,
            ended ? Instant.ofEpochMilli(T + toMs) : null,
            toMs,
            1,
            ChunkCounts.ZERO,
            LegTotals.NONE);
    return new LegPart(summary, T + toMs, List.of(spans));
  }

  private static Span span(long from, long to) {
    return new Span(T + from, T + to);
  }
}
