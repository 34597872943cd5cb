package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.scoring.ScriptedModel;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.vad.LevelActivity;
import org.junit.jupiter.api.Test;

/** Scoring that fails, and scoring that cannot keep up. */
class OverloadTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);

  @Test
  void shouldLoseNoWindowWhenTheModelFailsForAWhile() {
    List<EmotionEvent> undisturbed = events(new ScriptedModel(TestScoring.model()), 0);
    List<EmotionEvent> disturbed = events(new ScriptedModel(TestScoring.model()), 3);

    assertThat(undisturbed).hasSize(9);
    Events.assertSame(disturbed, undisturbed);
  }

  @Test
  void shouldKeepTheWindowsOfAScorerThatIsHeldUpForTheNextInstance() {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    ScriptedModel stuck = new ScriptedModel(TestScoring.model());
    stuck.hold();
    List<Chunk> audio = TestLeg.speech(3.2);
    try (CallsDriver first = driver(Config.defaults(), stuck, chunks, meta)) {
      first.start(TestLeg.start(LEG, Role.CUSTOMER));
      first.media(LEG, audio);
      first.pass(TICK);
      assertThat(first.emotions()).isEmpty();
      assertThat(
              first.metrics.registry().getSampleValue("emotion_monitor_oldest_due_window_seconds"))
          .isPositive();
      stuck.release();
    }
    try (CallsDriver second =
        driver(Config.defaults(), new ScriptedModel(TestScoring.model()), chunks, meta)) {
      second.tick(TICK);
      assertThat(second.emotions())
          .extracting(event -> event.head().window().endMs())
          .containsExactly(1512L, 2509L);
    }
  }

  @Test
  void shouldLeaveWindowsOutAndSaySoWhenTheyLagAndScoreAllAgainWhenTheyDoNot() {
    Config config = Config.load(List.of(), Map.of(), List.of("stream.maxLagSeconds=1"));
    List<EmotionEvent> events = new ArrayList<>();
    try (CallsDriver calls =
        driver(
            config,
            new ScriptedModel(TestScoring.model()),
            new SharedStore("chunks"),
            new SharedStore("meta"))) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      List<Chunk> audio = TestLeg.speech(110);
      calls.media(LEG, audio.subList(0, 50));
      calls.tick(Duration.ofSeconds(5));
      calls.tick(Duration.ofSeconds(10)); // Ten seconds in which nothing is read.
      for (Chunk chunk : audio.subList(50, audio.size())) {
        calls.media(LEG, chunk);
        boolean behind = chunk.seq() < 300;
        calls.tick(Duration.ofMillis(behind ? 80 : 40));
      }
      calls.stop(LEG);
      events.addAll(calls.emotions());
      double skipped =
          calls
              .metrics
              .registry()
              .getSampleValue(
                  "emotion_monitor_windows_total",
                  new String[] {"result"},
                  new String[] {"skipped"});

      assertThat(skipped).isPositive();
      assertThat(calls.summaries().get(1).totals().skipped()).isEqualTo((long) skipped);
      // The grid has 109 windows, and the leg's end is one more.
      assertThat(events.size() + skipped).isEqualTo(110);
      assertThat(events.get(0).head().degraded()).isFalse();
      assertThat(events).filteredOn(event -> event.head().degraded()).isNotEmpty();
      assertThat(events.get(events.size() - 1).head().degraded()).isFalse();
      assertThat(calls.metrics.registry().getSampleValue("emotion_monitor_degraded_legs")).isZero();
    }
  }

  private static List<EmotionEvent> events(ScriptedModel model, int failures) {
    List<EmotionEvent> events = new ArrayList<>();
    try (CallsDriver calls =
        driver(Config.defaults(), model, new SharedStore("chunks"), new SharedStore("meta"))) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      List<Chunk> audio = TestLeg.speech(9.2);
      calls.media(LEG, audio.subList(0, 35));
      model.failNext(failures);
      calls.media(LEG, audio.subList(35, audio.size()));
      calls.tick(TICK);
      calls.stop(LEG);
      events.addAll(calls.emotions());
    }
    return events;
  }

  private static CallsDriver driver(
      Config config, ScriptedModel model, SharedStore chunks, SharedStore meta) {
    return new CallsDriver(config, model, LevelActivity.factory(), chunks, meta);
  }
}
