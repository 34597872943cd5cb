package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

/** A leg whose audio clock is stopped for a while. */
class PauseTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);
  private static final List<Chunk> SPEECH = TestLeg.speech(8);
  private static final long PAUSE_MS = 600_000;

  @Test
  void shouldGoOnAsIfNothingHadBeenWhenALegIsPaused() {
    Run without = run(SPEECH, -1, 0, false);
    Run with = run(SPEECH, 37, 0, false);

    assertThat(without.events).hasSize(8);
    assertThat(with.windows()).isEqualTo(without.windows());
    assertThat(with.labels()).isEqualTo(without.labels());
    assertThat(with.ended().audioMs()).isEqualTo(8_000);
    assertThat(with.ended().chunks()).isEqualTo(new ChunkCounts(80, 0, 0, 0, 0));
  }

  @Test
  void shouldHearNothingOfWhatIsSentWhileALegIsPaused() {
    Run without = run(SPEECH, -1, 0, false);
    Run with = run(SPEECH, 37, 25, false);

    assertThat(with.windows()).isEqualTo(without.windows());
    assertThat(with.labels()).isEqualTo(without.labels());
    assertThat(with.ended().chunks()).isEqualTo(new ChunkCounts(80, 0, 0, 0, 25));
  }

  @Test
  void shouldForgetNeitherPauseNorPlaceWhenRestarted() {
    Run undisturbed = run(SPEECH, 37, 25, false);
    Run restarted = run(SPEECH, 37, 25, true);

    assertThat(restarted.windows()).isEqualTo(undisturbed.windows());
    assertThat(restarted.labels()).isEqualTo(undisturbed.labels());
    assertThat(restarted.ended()).isEqualTo(undisturbed.ended());
  }

  @Test
  void shouldNotEndALegThatIsPausedUntilThatIsTooLongToo() {
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      control(calls, AudioHeaders.pause(), 0);
      calls.tick(Duration.ofMinutes(59));
      assertThat(calls.entries(LegProcessor.META)).isOne();
      calls.tick(Duration.ofMinutes(2));
      assertThat(calls.entries(LegProcessor.META)).isZero();
    }
  }

  @Test
  void shouldIgnoreRepeatedAndStrayControlsAndRejectThoseOfNoLeg() {
    try (CallsDriver calls = new CallsDriver()) {
      control(calls, AudioHeaders.pause(), 0);
      assertThat(calls.rejected()).hasSize(1);
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      control(calls, AudioHeaders.resume(), 0);
      calls.media(LEG, SPEECH.subList(0, 10));
      control(calls, AudioHeaders.pause(), 1_000);
      control(calls, AudioHeaders.pause(), 1_500);
      control(calls, AudioHeaders.resume(), 2_000);
      control(calls, AudioHeaders.resume(), 9_000);
      calls.media(LEG, SPEECH.subList(10, 40));
      calls.stop(LEG);

      // Chunks captured between 1,000 and 2,000 ms are of the pause: 9 of those of 100 ms.
      assertThat(calls.rejected()).isEmpty();
      assertThat(calls.summaries().get(1).chunks()).isEqualTo(new ChunkCounts(31, 0, 0, 0, 9));
    }
  }

  private record Run(List<EmotionEvent> events, List<LegSummary> summaries) {
    List<Object> windows() {
      return events.stream().<Object>map(event -> event.head().window()).toList();
    }

    List<Object> labels() {
      return events.stream().<Object>map(event -> event.judgement().label()).toList();
    }

    LegSummary ended() {
      return summaries.get(summaries.size() - 1);
    }
  }

  /** Ten minutes of pause before chunk {@code at}, in which {@code during} chunks are sent. */
  private static Run run(List<Chunk> chunks, int at, int during, boolean restarts) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    Run run = new Run(new ArrayList<>(), new ArrayList<>());
    List<Chunk> all = new ArrayList<>(chunks);
    long pausedMs = at < 0 ? 0 : chunks.get(at - 1).capturedMs() + 1;
    long resumedMs = pausedMs + PAUSE_MS;
    if (at >= 0) {
      all = paused(chunks, at, during);
    }
    CallsDriver calls = new CallsDriver(Config.defaults(), chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (Chunk chunk : all) {
      if (chunk.seq() == at) {
        send(calls, AudioHeaders.pause(), pausedMs);
      }
      if (at >= 0 && chunk.seq() == at + during) {
        send(calls, AudioHeaders.resume(), resumedMs);
      }
      if (restarts && chunk.seq() % 5 == 2) {
        collect(calls, run);
        calls = new CallsDriver(Config.defaults(), chunkStore, metaStore);
      }
      calls.media(LEG, chunk);
      calls.tick(TICK);
    }
    calls.stop(LEG);
    collect(calls, run);
    return run;
  }

  private static List<Chunk> paused(List<Chunk> chunks, int at, int during) {
    List<Chunk> all = new ArrayList<>(chunks.subList(0, at));
    for (int i = 0; i < during; i++) {
      long time = chunks.get(at + i).capturedMs() + 50;
      all.add(new Chunk(at + i, time, time, chunks.get(i).audio()));
    }
    for (Chunk chunk : chunks.subList(at, chunks.size())) {
      long time = chunk.capturedMs() + PAUSE_MS;
      all.add(new Chunk(chunk.seq() + during, time, time, chunk.audio()));
    }
    return all;
  }

  private static void collect(CallsDriver calls, Run run) {
    run.events.addAll(calls.emotions());
    run.summaries.addAll(calls.summaries());
    calls.close();
  }

  private static void control(CallsDriver calls, Headers headers, long afterMs) {
    send(calls, headers, TestLeg.BEGIN.toEpochMilli() + afterMs);
  }

  private static void send(CallsDriver calls, Headers headers, long atMs) {
    Instant at = Instant.ofEpochMilli(atMs);
    calls.send(LEG, headers, "{\"at\":\"%s\"}".formatted(at).getBytes(UTF_8), at);
  }
}
