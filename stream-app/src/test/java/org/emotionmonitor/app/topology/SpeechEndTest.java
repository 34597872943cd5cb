package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window that comes when speech has ended. */
class SpeechEndTest {

  private static final String LEG = "call/in";
  private static final int RATE = 8_000;

  @Test
  void shouldScoreOnceMoreWhenSpeechEndsThatNoWindowHasHeardToItsEnd() {
    List<EmotionEvent> events =
        run(config("1.0", "500"), chunks(0, 0.2, 1.5, 2.0), Integer.MAX_VALUE);

    assertThat(events)
        .extracting(event -> event.head().trigger(), event -> event.head().window().endMs())
        .containsExactly(
            interval(150),
            tuple(Trigger.SPEECH_ENDED, endMs(225)),
            interval(250),
            interval(350),
            tuple(Trigger.LEG_ENDED, endMs(369)));
    assertThat(events.get(1).judgement().abstained()).isNull();
  }

  @Test
  void shouldNotScoreTheSameSpeechAgainWhenAWindowHasHeardItAll() {
    List<EmotionEvent> events = run(config("1.0", "500"), chunks(1.4, 2.2), Integer.MAX_VALUE);

    assertThat(events)
        .extracting(event -> event.head().trigger())
        .containsExactly(Trigger.INTERVAL, Trigger.INTERVAL, Trigger.INTERVAL, Trigger.LEG_ENDED);
  }

  @Test
  void shouldNotWaitForALongHopWhenSpeechEnds() {
    List<EmotionEvent> events =
        run(config("5.0", "500"), chunks(2.4, 1.2, 2.0, 1.2), Integer.MAX_VALUE);

    assertThat(events)
        .extracting(event -> event.head().trigger(), event -> event.head().window().endMs())
        .containsExactly(
            interval(150),
            tuple(Trigger.SPEECH_ENDED, endMs(300)),
            tuple(Trigger.SPEECH_ENDED, endMs(600)),
            interval(651),
            tuple(Trigger.LEG_ENDED, endMs(680)));
  }

  @Test
  void shouldScoreNothingMoreWhenSwitchedOffOrWithoutSpeech() {
    assertThat(run(config("1.0", "0"), chunks(0, 0.2, 1.5, 2.0), Integer.MAX_VALUE))
        .noneMatch(event -> event.head().trigger() == Trigger.SPEECH_ENDED);
    assertThat(run(config("1.0", "500"), TestLeg.silence(9), Integer.MAX_VALUE))
        .noneMatch(event -> event.head().trigger() == Trigger.SPEECH_ENDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "5.0"})
  void shouldPublishTheSameEventsWhenRestartedAfterEveryChunk(String hop) {
    List<Chunk> chunks = chunks(1.7, 1.1, 2.6, 0.9, 3.3, 0.7);

    Events.assertSame(
        run(config(hop, "500"), chunks, 2), run(config(hop, "500"), chunks, Integer.MAX_VALUE));
  }

  private static Tuple interval(long endFrame) {
    return tuple(Trigger.INTERVAL, endMs(endFrame));
  }

  private static long endMs(long frame) {
    return org.emotionmonitor.core.frontend.Windows.endMs(frame);
  }

  private static Config config(String hop, String speechEndMs) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of("stream.hopSeconds=" + hop, "stream.speechEndMs=" + speechEndMs));
  }

  /** Speech and silence in turns, of so many seconds each. */
  private static List<Chunk> chunks(double... seconds) {
    byte[] audio = {};
    for (int i = 0; i < seconds.length; i++) {
      byte[] part =
          i % 2 == 0
              ? TestVoice.speech(Encoding.PCMU, RATE, seconds[i])
              : TestVoice.silence(Encoding.PCMU, RATE, seconds[i]);
      audio = Arrays.copyOf(audio, audio.length + part.length);
      System.arraycopy(part, 0, audio, audio.length - part.length, part.length);
    }
    return TestLeg.chunks(audio);
  }

  private static List<EmotionEvent> run(Config config, List<Chunk> chunks, int every) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    List<EmotionEvent> events = new ArrayList<>();
    CallsDriver calls = new CallsDriver(config, chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (int i = 0; i < chunks.size(); i++) {
      if (i % every == every - 1) {
        events.addAll(calls.emotions());
        calls.close();
        calls = new CallsDriver(config, chunkStore, metaStore);
      }
      calls.media(LEG, chunks.get(i));
      calls.tick(Duration.ofMillis(20));
    }
    calls.stop(LEG);
    events.addAll(calls.emotions());
    calls.close();
    return events;
  }
}
