package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance that goes away in mid-leg, and another that goes on from its state. */
class RestartTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 15, 16, 30})
  void shouldPublishTheSameEventsWhenRestartedInMidLeg(int every) {
    Run undisturbed = run(TestLeg.start(LEG, Role.CUSTOMER), damaged(), Integer.MAX_VALUE, true);
    Run restarted = run(TestLeg.start(LEG, Role.CUSTOMER), damaged(), every, true);

    assertThat(undisturbed.events).hasSizeGreaterThan(11);
    Events.assertSame(restarted.events, undisturbed.events);
    assertThat(restarted.summaries).isEqualTo(undisturbed.summaries);
    assertThat(undisturbed.syllables).doesNotContainNull();
    assertThat(restarted.syllables).isEqualTo(undisturbed.syllables);
    assertThat(undisturbed.levels).doesNotContainNull();
    assertThat(restarted.levels).isEqualTo(undisturbed.levels);
  }

  @Test
  void shouldScoreWindowsThatWereDueWhenItWentAway() {
    Run undisturbed = run(TestLeg.start(LEG, Role.CUSTOMER), damaged(), Integer.MAX_VALUE, true);
    Run restarted = run(TestLeg.start(LEG, Role.CUSTOMER), damaged(), 1, false);

    Events.assertSame(restarted.events, undisturbed.events);
  }

  @Test
  void shouldKeepEnoughAudioWhenChunksAreShorterThanAnnounced() {
    StartRecord start =
        StartRecord.of(
            LegKey.parse(LEG), Role.CUSTOMER, Encoding.PCMU, 8_000, 1_000, TestLeg.BEGIN);
    Run undisturbed = run(start, TestLeg.speech(12), Integer.MAX_VALUE, true);
    Run restarted = run(start, TestLeg.speech(12), 40, true);

    assertThat(undisturbed.events).hasSize(12);
    Events.assertSame(restarted.events, undisturbed.events);
  }

  @Test
  void shouldGoOnWhenTheHopIsAnotherAfterTheRestart() {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    List<Chunk> audio = TestLeg.speech(12);
    try (CallsDriver first = new CallsDriver(hop("5"), chunks, meta)) {
      first.start(TestLeg.start(LEG, Role.CUSTOMER));
      for (Chunk chunk : audio.subList(0, 110)) {
        first.media(LEG, chunk);
        first.tick(TICK);
      }
      assertThat(first.emotions()).hasSize(2);
    }
    try (CallsDriver second = new CallsDriver(hop("0.25"), chunks, meta)) {
      second.media(LEG, audio.subList(110, 120));
      second.stop(LEG);

      assertThat(second.emotions())
          .extracting(event -> event.head().window().endMs())
          .isSorted()
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(4);
    }
  }

  @Test
  void shouldStillDropALegThatMayNotBeAnalysed() {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    try (CallsDriver first = new CallsDriver(Config.defaults(), chunks, meta)) {
      first.start(TestLeg.start(LEG, Role.AGENT));
    }
    try (CallsDriver second = new CallsDriver(Config.defaults(), chunks, meta)) {
      second.media(LEG, TestLeg.speech(2));
      second.stop(LEG);

      assertThat(second.rejected()).isEmpty();
      assertThat(second.audits()).isEmpty();
      assertThat(second.emotions()).isEmpty();
      assertThat(second.entries("meta")).isZero();
    }
  }

  /** Twelve seconds with losses, disorder and duplicates. */
  private static List<Chunk> damaged() {
    List<Chunk> chunks = new ArrayList<>(TestLeg.speech(12.4));
    Random random = new Random(3);
    for (int i = 0; i + 3 < chunks.size(); i += 5) {
      Collections.swap(chunks, i, i + 1 + random.nextInt(3));
      if (random.nextInt(3) == 0) {
        chunks.remove(i + 2);
      }
      if (random.nextInt(4) == 0) {
        chunks.add(i + 3, chunks.get(i));
      }
    }
    return chunks;
  }

  /**
   * What a run has published.
   *
   * @param syllables per second, of every window
   * @param levels in dBov, of every window
   */
  private record Run(
      List<EmotionEvent> events,
      List<LegSummary> summaries,
      List<Float> syllables,
      List<Float> levels) {}

  private static Run run(StartRecord start, List<Chunk> chunks, int every, boolean tick) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    CallsDriver calls = new CallsDriver(Config.defaults(), chunkStore, metaStore);
    calls.start(start);
    for (int i = 0; i < chunks.size(); i++) {
      if (i % every == every - 1) {
        collect(calls, run);
        calls = new CallsDriver(Config.defaults(), chunkStore, metaStore);
      }
      calls.media(LEG, chunks.get(i));
      if (tick) {
        calls.tick(TICK);
      }
    }
    calls.stop(LEG);
    collect(calls, run);
    return run;
  }

  private static void collect(CallsDriver calls, Run run) {
    run.events.addAll(calls.emotions());
    run.summaries.addAll(calls.summaries());
    calls.rates().forEach(event -> run.syllables.add(event.syllablesPerSecond()));
    calls.volumes().forEach(event -> run.levels.add(event.activeLevelDbov()));
    calls.close();
  }

  private static Config hop(String seconds) {
    return Config.load(List.of(), java.util.Map.of(), List.of("stream.hopSeconds=" + seconds));
  }
}
