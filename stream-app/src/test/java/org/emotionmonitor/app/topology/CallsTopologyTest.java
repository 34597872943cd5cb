package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTopologyTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);

  private final CallsDriver calls = new CallsDriver();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void shouldPublishEveryWindowOfACall() {
    call(TestLeg.speech(9.3));

    List<EmotionEvent> events = calls.emotions();
    assertThat(events)
        .extracting(event -> event.head().window().endMs())
        .containsExactly(1512L, 2509L, 3507L, 4505L, 5503L, 6500L, 7498L, 8496L, 9294L);
    assertThat(events).extracting(event -> event.head().window().startMs()).startsWith(0L, 0L);
    assertThat(events.get(7).head().window().startMs()).isEqualTo(2494L);
    assertThat(events)
        .extracting(event -> event.head().trigger())
        .last()
        .isEqualTo(Trigger.LEG_ENDED);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.judgement().abstained()).isNull();
              assertThat(event.judgement().probabilities()).hasSize(5);
              assertThat(event.head().quality().lossPct()).isZero();
            });
    assertThat(events.get(8).attention().weights()).hasSize(60);
    assertThat(calls.rates()).hasSize(9);
    assertThat(calls.volumes())
        .hasSize(9)
        .allSatisfy(event -> assertThat(event.activeLevelDbov()).isBetween(-30f, -5f));
    assertThat(calls.rejected()).isEmpty();
  }

  @Test
  void shouldPublishASummaryAtTheBeginAndAtTheEnd() {
    call(TestLeg.speech(9.3));

    List<LegSummary> summaries = calls.summaries();
    assertThat(summaries)
        .extracting(LegSummary::state)
        .containsExactly(LegState.LIVE, LegState.ENDED);
    LegSummary ended = summaries.get(1);
    assertThat(ended.audioMs()).isEqualTo(9_300);
    assertThat(ended.windows()).isEqualTo(9);
    assertThat(ended.chunks()).isEqualTo(new ChunkCounts(93, 0, 0, 0, 0));
    assertThat(ended.endedAt()).isEqualTo(TestLeg.BEGIN.plusSeconds(60));
    assertThat(calls.audits()).extracting("decision").containsExactly(Decision.ANALYSE);
  }

  @Test
  void shouldLeaveNothingBehindWhenALegHasEnded() {
    call(TestLeg.speech(3));

    assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();
    assertThat(calls.entries(LegProcessor.META)).isZero();
  }

  @Test
  void shouldPublishAWindowOnceAndWithoutAnotherRecord() {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    calls.media(LEG, TestLeg.speech(1.6));

    calls.tick(TICK);
    assertThat(calls.emotions()).hasSize(1);
    calls.tick(TICK);
    assertThat(calls.emotions()).isEmpty();
  }

  @Test
  void shouldNotMindDuplicatesAndDisorder() {
    List<Chunk> chunks = TestLeg.speech(5);
    call(chunks);
    List<EmotionEvent> expected = calls.emotions();
    List<Chunk> shuffled = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i += 2) {
      shuffled.addAll(List.of(chunks.get(i + 1), chunks.get(i), chunks.get(i + 1)));
    }

    calls.summaries();
    call(shuffled);

    Events.assertSame(calls.emotions(), expected);
    assertThat(calls.summaries().get(1).chunks()).isEqualTo(new ChunkCounts(50, 25, 0, 0, 0));
  }

  @Test
  void shouldPutSilenceInTheTimeOfLostChunksAndCountThoseThatComeLate() {
    List<Chunk> chunks = new ArrayList<>(TestLeg.speech(5));
    List<Chunk> missing = List.copyOf(chunks.subList(20, 26));
    chunks.removeAll(missing);
    chunks.add(40, missing.get(0));

    call(chunks);

    List<EmotionEvent> events = calls.emotions();
    assertThat(events)
        .extracting(event -> event.head().window().endMs())
        .containsExactly(1512L, 2509L, 3507L, 4505L, 4994L);
    assertThat(events.get(0).head().quality().lossPct()).isZero();
    assertThat(events.get(4).head().quality().lossPct()).isBetween(11.9, 12.1);
    assertThat(calls.summaries().get(1).chunks()).isEqualTo(new ChunkCounts(44, 0, 1, 6, 0));
  }

  @Test
  void shouldKeepTheClockOfALegOverALongGap() {
    List<Chunk> chunks = TestLeg.speech(50);
    List<Chunk> sent = new ArrayList<>(chunks.subList(0, 20));
    sent.addAll(chunks.subList(420, 440));

    call(sent);

    List<EmotionEvent> events = calls.emotions();
    assertThat(events).hasSize(44);
    assertThat(events)
        .extracting(event -> event.head().window().endMs())
        .isSorted()
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo(43_995L);
    assertThat(events.get(20).head().quality().lossPct()).isEqualTo(100);
    assertThat(events.get(20).judgement().abstained()).isEqualTo("no_speech");
    assertThat(events).last().satisfies(e -> assertThat(e.judgement().abstained()).isNull());
    assertThat(calls.summaries().get(1).chunks()).isEqualTo(new ChunkCounts(40, 0, 0, 400, 0));
  }

  @Test
  void shouldPublishOneWindowWithoutSpeechASecondWhenHopsAreShort() {
    Config quarter = Config.load(List.of(), Map.of(), List.of("stream.hopSeconds=0.25"));
    try (CallsDriver often =
        new CallsDriver(quarter, new SharedStore("chunks"), new SharedStore("meta"))) {
      often.start(TestLeg.start(LEG, Role.CUSTOMER));
      often.media(LEG, TestLeg.silence(5.6));
      often.tick(TICK);
      assertThat(often.emotions()).hasSize(5);
      often.media(LEG, TestLeg.speech(9).subList(56, 90));
      often.tick(TICK);
      assertThat(often.emotions()).hasSizeBetween(9, 12);
    }
  }

  @Test
  void shouldAbstainWhenThereIsNoSpeech() {
    call(TestLeg.silence(3));

    assertThat(calls.emotions())
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.judgement().abstained()).isEqualTo("no_speech");
              assertThat(event.judgement().probabilities()).isNull();
              assertThat(event.attention()).isNull();
            });
    assertThat(calls.rates())
        .extracting(event -> event.judgement().abstained())
        .containsOnly("no_speech");
  }

  @Test
  void shouldDropALegThatMayNotBeAnalysedAndSaySoOnce() {
    calls.start(TestLeg.start(LEG, Role.AGENT));
    calls.media(LEG, TestLeg.speech(3));
    calls.tick(TICK);

    assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();
    calls.stop(LEG);
    assertThat(calls.audits())
        .singleElement()
        .satisfies(
            audit -> {
              assertThat(audit.decision()).isEqualTo(Decision.DROP);
              assertThat(audit.policy()).isEqualTo("eu");
              assertThat(audit.reason()).isEqualTo("policy.roles.agent = drop");
            });
    assertThat(calls.emotions()).isEmpty();
    assertThat(calls.summaries()).isEmpty();
    assertThat(calls.rejected()).isEmpty();
    assertThat(chunks("policy")).isEqualTo(30);
    assertThat(calls.entries(LegProcessor.META)).isZero();
  }

  @Test
  void shouldRejectMediaThatNoStartPrecedes() {
    calls.media(LEG, TestLeg.speech(0.1));

    assertThat(calls.rejected())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo(LEG.getBytes(UTF_8));
              assertThat(record.value()).isEqualTo(TestLeg.speech(0.1).get(0).audio());
              assertThat(header(record, "rejected_reason")).isEqualTo("not_started");
              assertThat(header(record, "rejected_topic")).isEqualTo("calls.audio");
              assertThat(header(record, "rejected_partition")).isEqualTo("0");
              assertThat(header(record, "rejected_offset")).isEqualTo("0");
              assertThat(header(record, "type")).isEqualTo("media");
            });
  }

  @Test
  void shouldRejectWhatItCannotReadAndGoOn() {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    calls.sendRaw(null, AudioHeaders.media(0), new byte[8]);
    calls.sendRaw(new byte[] {(byte) 0xff, '/', 'a'}, AudioHeaders.media(0), new byte[8]);
    calls.sendRaw("noslash".getBytes(UTF_8), AudioHeaders.media(0), new byte[8]);
    calls.sendRaw(LEG.getBytes(UTF_8), new RecordHeaders(), new byte[8]);
    calls.sendRaw(LEG.getBytes(UTF_8), new RecordHeaders().add("type", null), null);
    calls.sendRaw(LEG.getBytes(UTF_8), AudioHeaders.start(), "{}".getBytes(UTF_8));
    calls.sendRaw("other/leg".getBytes(UTF_8), AudioHeaders.start(), json());
    calls.sendRaw(LEG.getBytes(UTF_8), AudioHeaders.media(0), new byte[8_001]);
    calls.sendRaw(LEG.getBytes(UTF_8), AudioHeaders.media(5_000_000_000L), new byte[800]);
    calls.sendRaw("other/leg".getBytes(UTF_8), AudioHeaders.stop(), null);
    calls.media(LEG, TestLeg.speech(2));
    calls.stop(LEG);

    assertThat(calls.rejected())
        .extracting(record -> header(record, "rejected_reason"))
        .containsExactly(
            "bad_key",
            "bad_key",
            "bad_key",
            "bad_type",
            "bad_type",
            "bad_start",
            "bad_start",
            "bad_length",
            "seq_jump",
            "not_started");
    assertThat(calls.emotions()).hasSize(2);
  }

  @Test
  void shouldCutARejectedRecordThatIsTooLargeForTheProducer() {
    calls.sendRaw(LEG.getBytes(UTF_8), new RecordHeaders(), new byte[5_000_000]);

    assertThat(calls.rejected())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).hasSize(65_536);
              assertThat(header(record, "rejected_cut_from")).isEqualTo("5000007");
            });
  }

  @Test
  void shouldEndALegThatHasFallenSilent() {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    calls.media(LEG, TestLeg.speech(2));
    calls.tick(Duration.ofSeconds(29));
    assertThat(calls.emotions()).hasSize(1);

    calls.tick(Duration.ofSeconds(2));

    assertThat(calls.emotions())
        .extracting(event -> event.head().trigger())
        .containsExactly(Trigger.LEG_ENDED);
    assertThat(calls.summaries())
        .last()
        .satisfies(
            summary -> {
              assertThat(summary.state()).isEqualTo(LegState.ENDED);
              assertThat(summary.endedAt()).isEqualTo(TestLeg.BEGIN.plusSeconds(2));
            });
    assertThat(calls.entries(LegProcessor.META)).isZero();
  }

  @Test
  void shouldEndALegThatIsStartedAnewAndIgnoreAStartThatComesTwice() {
    StartRecord first = TestLeg.start(LEG, Role.CUSTOMER);
    StartRecord second =
        StartRecord.of(
            first.key(),
            Role.CUSTOMER,
            first.encoding(),
            first.sampleRate(),
            first.frameDuration(),
            first.startedAt().plusSeconds(7));
    calls.start(first);
    calls.media(LEG, TestLeg.speech(2));
    calls.start(first);
    calls.start(second);
    calls.media(LEG, TestLeg.speech(2));
    calls.stop(LEG);

    assertThat(calls.summaries())
        .extracting(LegSummary::state)
        .containsExactly(LegState.LIVE, LegState.ENDED, LegState.LIVE, LegState.ENDED);
    assertThat(calls.emotionRecords())
        .extracting(record -> header(record, "ce_id"))
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  @Test
  void shouldScoreTheLegsThatAreDueAndCountThem() {
    for (int leg = 0; leg < 6; leg++) {
      calls.start(TestLeg.start("call/" + leg, Role.CUSTOMER));
      calls.media("call/" + leg, TestLeg.speech(1.6));
    }
    calls.tick(TICK);

    assertThat(calls.emotions()).hasSize(6);
    assertThat(calls.metrics.registry().getSampleValue("emotion_monitor_batch_windows_sum"))
        .isEqualTo(6);
    assertThat(calls.metrics.registry().getSampleValue("emotion_monitor_live_legs")).isEqualTo(6);
  }

  private void call(List<Chunk> chunks) {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (Chunk chunk : chunks) {
      calls.media(LEG, chunk);
      calls.tick(TICK);
    }
    calls.stop(LEG);
  }

  private double chunks(String outcome) {
    return calls
        .metrics
        .registry()
        .getSampleValue(
            "emotion_monitor_chunks_total", new String[] {"outcome"}, new String[] {outcome});
  }

  private static byte[] json() {
    return org.emotionmonitor.app.domain.Json.bytes(TestLeg.start(LEG, Role.CUSTOMER));
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
