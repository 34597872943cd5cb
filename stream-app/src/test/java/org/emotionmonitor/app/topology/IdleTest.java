package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

/** Which legs have ended because nothing more is heard of them. */
class IdleTest {

  private static final String LEG = "call/in";
  private static final String OTHER = "other/in";

  @Test
  void shouldEndALegOfWhichNothingIsHeardWhileTheStreamRuns() {
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      calls.media(LEG, TestLeg.speech(2));
      calls.tick(Duration.ofSeconds(28));
      assertThat(events(calls, "idle")).isZero();

      calls.tick(Duration.ofSeconds(5));

      assertThat(events(calls, "idle")).isEqualTo(1);
    }
  }

  @Test
  void shouldGoOnWithALegWhenTheStreamDidNotGetToRunForAWhile() {
    List<Chunk> audio = TestLeg.speech(6);
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      calls.media(LEG, audio.subList(0, 30));

      calls.pass(Duration.ofMinutes(5));
      calls.pass(Duration.ofMinutes(5));
      calls.media(LEG, audio.subList(30, audio.size()));
      calls.stop(LEG);

      assertThat(events(calls, "idle")).isZero();
      assertThat(events(calls, "ended")).isEqualTo(1);
      assertThat(rejected(calls)).isZero();
    }
  }

  @Test
  void shouldGoOnWithALegWhoseAudioLiesBehindThatOfOthersWhenTheStreamIsSlow() {
    List<Chunk> audio = TestLeg.speech(6);
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      calls.start(TestLeg.start(OTHER, Role.CUSTOMER));
      calls.media(LEG, audio.subList(0, 1));
      // One chunk of 100 ms a second: the next one of the first leg is a minute away.
      for (Chunk chunk : audio.subList(0, 59)) {
        calls.media(OTHER, chunk);
        calls.tick(Duration.ofSeconds(1));
      }
      calls.media(LEG, audio.subList(1, audio.size()));
      calls.stop(LEG);

      assertThat(events(calls, "idle")).isZero();
      assertThat(rejected(calls)).isZero();
    }
  }

  @Test
  void shouldEndALegOfWhichNothingIsHeardWhenOthersGoOn() {
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      calls.start(TestLeg.start(OTHER, Role.CUSTOMER));
      calls.media(LEG, TestLeg.speech(1));
      for (Chunk chunk : TestLeg.speech(33)) {
        calls.media(OTHER, chunk);
        calls.tick(Duration.ofMillis(100));
      }

      assertThat(events(calls, "idle")).isEqualTo(1);
    }
  }

  @Test
  void shouldNotBelieveACallersClockThatJumps() {
    IdleClock clock = new IdleClock(0);
    DroppedLeg leg = leg(clock);
    clock.heard(leg, 1_000);
    clock.heard(leg, 3_600_000);
    clock.tick(1_000);
    clock.heard(leg, 5);
    clock.heard(leg, 25);
    clock.tick(2_000);

    assertThat(clock.ms()).isEqualTo(1_020);
  }

  private static DroppedLeg leg(IdleClock clock) {
    LegKey key = LegKey.parse(LEG);
    DroppedLeg leg = new DroppedLeg(key, key, 0);
    leg.begins(clock.ms(), clock.audioMs());
    return leg;
  }

  private static double events(CallsDriver calls, String event) {
    return calls
        .metrics
        .registry()
        .getSampleValue("emotion_monitor_legs_total", new String[] {"event"}, new String[] {event});
  }

  private static double rejected(CallsDriver calls) {
    return calls
        .metrics
        .registry()
        .getSampleValue(
            "emotion_monitor_rejected_records_total",
            new String[] {"reason"},
            new String[] {"not_started"});
  }
}
