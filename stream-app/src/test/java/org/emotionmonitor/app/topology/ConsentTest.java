package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.ConsentRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be analysed, through the whole topology. */
class ConsentTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int DENIED = 75;
  private static final int GRANTED = 120;
  private static final Config CONFIG =
      Config.load(
          List.of(),
          Map.of(),
          List.of(
              "alerts.rules=[{name: any, windows: 2,"
                  + " emotion: [cheerful, friendly, neutral, sad, unfriendly]}]"));

  private record Run(
      List<EmotionEvent> events,
      List<AuditRecord> audits,
      List<Alert> alerts,
      List<LegSummary> summaries) {}

  @Test
  void shouldStopWithinAChunkWhenConsentIsWithdrawnInMidCall() {
    try (CallsDriver calls = driver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      List<Chunk> chunks = TestLeg.speech(12);
      calls.media(LEG, chunks.subList(0, DENIED));
      // What was published before is lawful; windows that are still with the model must not be.
      calls.emotions();
      consent(calls, Consent.DENIED, chunks.get(DENIED).capturedMs());
      calls.tick(TICK);
      assertThat(calls.emotions()).isEmpty();
      assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();

      for (Chunk chunk : chunks.subList(DENIED, chunks.size())) {
        calls.media(LEG, chunk);
        calls.tick(TICK);
      }
      assertThat(calls.emotions()).isEmpty();
      assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();
      assertThat(calls.rejected()).isEmpty();
      assertThat(calls.audits())
          .extracting(AuditRecord::decision, AuditRecord::consent, AuditRecord::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  Decision.ANALYSE, Consent.UNKNOWN, "policy.consentUnknown = analyse"),
              org.assertj.core.groups.Tuple.tuple(Decision.DROP, Consent.DENIED, "consent denied"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1, 7, 40})
  void shouldGoOnWithNewAudioAloneWhenConsentIsGrantedAgain(int every) {
    Run run = run(every);

    assertThat(run.audits()).hasSize(3);
    assertThat(run.alerts())
        .extracting(Alert::resolvedBecause)
        .containsExactly(null, ResolvedBecause.CONSENT_WITHDRAWN, null, ResolvedBecause.LEG_ENDED);
    // The clock stood still from 7.5 s on; what is heard after that is a window of new audio.
    List<Long> after =
        run.events().stream()
            .map(event -> event.head().window().startMs())
            .filter(ms -> ms > 1_500)
            .toList();
    assertThat(after).isNotEmpty().allSatisfy(ms -> assertThat(ms).isGreaterThanOrEqualTo(7_500));
    assertThat(run.events())
        .extracting(event -> event.head().window().endMs())
        .doesNotHaveDuplicates()
        .isSorted();
    LegSummary last = run.summaries().get(run.summaries().size() - 1);
    assertThat(last.state()).isEqualTo(LegState.ENDED);
    assertThat(last.consent()).isEqualTo(Consent.GRANTED);
    assertThat(last.audioMs()).isEqualTo((DENIED + 220 - GRANTED) * 100L);
    assertThat(last.chunks().paused()).isEqualTo(GRANTED - DENIED);
    assertThat(last.chunks().lost()).isZero();
    if (every != Integer.MAX_VALUE) {
      Events.assertSame(run.events(), run(Integer.MAX_VALUE).events());
    }
  }

  @Test
  void shouldHearNothingOfAPartyThatSaidNoAtTheStart() {
    try (CallsDriver calls = driver()) {
      play(calls, start(Role.CUSTOMER, Consent.DENIED));
      calls.stop(LEG);

      assertThat(calls.emotions()).isEmpty();
      assertThat(calls.legSummaries()).isEmpty();
      assertThat(calls.audits()).extracting(AuditRecord::decision).containsExactly(Decision.DROP);
      assertNothingKept(calls);
    }
  }

  @Test
  void shouldLeaveNothingOfAnAgentButOneAuditRecord() {
    try (CallsDriver calls = driver()) {
      play(calls, start(Role.AGENT, Consent.UNKNOWN));
      // Not even an agent's own consent changes that.
      consent(calls, Consent.GRANTED, TestLeg.BEGIN.plusSeconds(9).toEpochMilli());
      calls.media(LEG, TestLeg.speech(12).subList(90, 120));
      calls.tick(TICK);

      assertThat(calls.emotions()).isEmpty();
      assertThat(calls.rates()).isEmpty();
      assertThat(calls.volumes()).isEmpty();
      assertThat(calls.alerts()).isEmpty();
      assertThat(calls.legSummaries()).isEmpty();
      assertThat(calls.callSummaries()).isEmpty();
      assertThat(calls.rejected()).isEmpty();
      assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();
      assertThat(calls.entries(LegProcessor.WATCH)).isZero();
      assertThat(calls.entries(CallProcessor.CALLS)).isZero();
      assertThat(calls.audits())
          .singleElement()
          .satisfies(
              audit -> {
                assertThat(audit.decision()).isEqualTo(Decision.DROP);
                assertThat(audit.reason()).isEqualTo("policy.roles.agent = drop");
                assertThat(audit.policy()).isEqualTo("eu");
              });
      calls.stop(LEG);
      assertNothingKept(calls);
    }
  }

  @Test
  void shouldCopyTheLawfulBasisIntoTheAuditWhenAnAgentIsAnalysed() {
    Config custom =
        Config.load(
            List.of(),
            Map.of(),
            List.of(
                "policy.profile=custom",
                "policy.roles.agent=analyse",
                "policy.lawfulBasis=Art. 5(1)(f) exempts safety: emergency dispatch, order 12/3"));
    try (CallsDriver calls =
        new CallsDriver(custom, new SharedStore("chunks"), new SharedStore("meta"))) {
      play(calls, start(Role.AGENT, Consent.GRANTED));

      assertThat(calls.emotions()).isNotEmpty();
      assertThat(calls.audits().get(0).lawfulBasis()).contains("order 12/3");
    }
  }

  private static void assertNothingKept(CallsDriver calls) {
    for (String store :
        List.of(LegProcessor.CHUNKS, LegProcessor.META, LegProcessor.WATCH, CallProcessor.CALLS)) {
      assertThat(calls.entries(store)).as(store).isZero();
    }
  }

  private static Run run(int every) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Chunk> chunks = TestLeg.speech(22);
    CallsDriver calls = new CallsDriver(CONFIG, chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (int i = 0; i < chunks.size(); i++) {
      if (i == DENIED || i == GRANTED) {
        Consent consent = i == DENIED ? Consent.DENIED : Consent.GRANTED;
        consent(calls, consent, chunks.get(i - 1).capturedMs() + 1);
      }
      if (i % every == every - 1) {
        read(calls, run);
        calls.close();
        calls = new CallsDriver(CONFIG, chunkStore, metaStore);
      }
      calls.media(LEG, chunks.get(i));
      calls.tick(TICK);
    }
    calls.stop(LEG);
    read(calls, run);
    calls.close();
    return run;
  }

  private static void read(CallsDriver calls, Run run) {
    run.events().addAll(calls.emotions());
    run.audits().addAll(calls.audits());
    run.alerts().addAll(calls.alerts());
    run.summaries().addAll(calls.legSummaries());
  }

  private static void play(CallsDriver calls, StartRecord start) {
    calls.start(start);
    for (Chunk chunk : TestLeg.speech(9)) {
      calls.media(LEG, chunk);
      calls.tick(TICK);
    }
  }

  private static void consent(CallsDriver calls, Consent consent, long atMs) {
    Instant at = Instant.ofEpochMilli(atMs);
    calls.send(LEG, AudioHeaders.consent(), Json.bytes(new ConsentRecord(consent, at)), at);
  }

  private static StartRecord start(Role role, Consent consent) {
    StartRecord start = TestLeg.start(LEG, role);
    return new StartRecord(
        start.callId(),
        start.legId(),
        role,
        null,
        null,
        null,
        start.encoding(),
        start.sampleRate(),
        start.frameDuration(),
        start.startedAt(),
        consent,
        Map.of());
  }

  private static CallsDriver driver() {
    return new CallsDriver(CONFIG, new SharedStore("chunks"), new SharedStore("meta"));
  }
}
