package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertActionKind;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

/**
 * Alerts through the whole topology. The test's model is untrained, so the rules name all classes
 * of an attribute: every window with speech supports them.
 */
class AlertsTopologyTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);
  private static final String ANY =
      "emotion: [cheerful, friendly, neutral, sad, unfriendly], enter: 0.9, windows: 3, gapSeconds: 3";
  private static final Config ONE = rules("[{name: any, %s}]".formatted(ANY));
  private static final Config TWO =
      rules(
          "[{name: any, %s}, {name: rate, rate: [slow, medium, fast], windows: 2, gapSeconds: 0,"
                  .formatted(ANY)
              + " cooldownSeconds: 0, escalateSeconds: 2}]");

  @Test
  void shouldRaiseAnAlertOnTheThirdWindowAndResolveItWithTheLeg() {
    try (CallsDriver calls = driver(ONE)) {
      play(calls, TestLeg.speech(6));
      List<Alert> alerts = calls.alerts();

      assertThat(alerts).extracting(Alert::state).containsExactly(AlertState.FIRING);
      assertThat(alerts.get(0).windowCount()).isEqualTo(3);
      assertThat(alerts.get(0).endMs()).isEqualTo(3_507);
      assertThat(alerts.get(0).speechMs()).isBetween(1_000L, 3_507L);
      assertThat(alerts.get(0).model()).isEqualTo(calls.scoring.model());
      assertThat(alerts.get(0).alertId())
          .isEqualTo(LEG + "/" + TestLeg.BEGIN.toEpochMilli() + "/any/0");

      calls.stop(LEG);
      assertThat(calls.alerts())
          .extracting(Alert::resolvedBecause)
          .containsExactly(ResolvedBecause.LEG_ENDED);
      assertThat(calls.entries(LegProcessor.WATCH)).isZero();
      assertThat(calls.callSummaries())
          .last()
          .satisfies(
              call -> {
                assertThat(call.state()).isEqualTo(LegState.ENDED);
                assertThat(call.totals().alerts()).isEqualTo(1);
                assertThat(call.totals().talkOverMs()).isNull();
                assertThat(call.legs().get(0).totals().speechMs()).isBetween(2_000L, 6_000L);
              });
      assertThat(calls.summaries().get(1).totals().alerts())
          .extracting("state")
          .containsExactly(AlertState.RESOLVED);
    }
  }

  @Test
  void shouldFollowTwoRulesAndEscalateTheOneThatSaysSo() {
    try (CallsDriver calls = driver(TWO)) {
      play(calls, TestLeg.speech(6));

      assertThat(calls.alerts())
          .extracting(Alert::rule, Alert::severity)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("rate", AlertSeverity.WARNING),
              org.assertj.core.groups.Tuple.tuple("any", AlertSeverity.WARNING),
              org.assertj.core.groups.Tuple.tuple("rate", AlertSeverity.CRITICAL));
    }
  }

  @Test
  void shouldTakeAnAcknowledgementOnceAndOnlyForWhatFires() {
    try (CallsDriver calls = driver(ONE)) {
      play(calls, TestLeg.speech(6));
      String id = calls.alerts().get(0).alertId();
      AlertAction action =
          new AlertAction(
              AlertActionKind.ACKNOWLEDGE, "sam", TestLeg.BEGIN.plusSeconds(7), "calling back");

      calls.act("nobody/knows/1/it/0", Json.bytes(action));
      calls.act("garbage", Json.bytes(action));
      calls.act(id, "broken".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(calls.alerts()).isEmpty();
      calls.act(id, Json.bytes(action));
      calls.act(id, Json.bytes(action));

      List<Alert> acknowledged = calls.alerts();
      assertThat(acknowledged).hasSize(1);
      assertThat(acknowledged.get(0).state()).isEqualTo(AlertState.ACKNOWLEDGED);
      assertThat(acknowledged.get(0).acknowledged().by()).isEqualTo("sam");
      calls.stop(LEG);
      assertThat(calls.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                assertThat(alert.acknowledged().note()).isEqualTo("calling back");
              });
    }
  }

  @Test
  void shouldBridgeAShortSilenceAndResolveInALongOne() {
    List<Chunk> chunks = joined(TestLeg.speech(6), TestLeg.silence(20));
    try (CallsDriver calls = driver(ONE)) {
      play(calls, chunks);

      List<Alert> alerts = calls.alerts();
      assertThat(alerts)
          .extracting(Alert::resolvedBecause)
          .containsExactly(null, ResolvedBecause.SILENCE);
      // Windows have speech until it has left them: at 11.5 s; three more seconds are the gap.
      assertThat(alerts.get(1).endsAt())
          .isBetween(TestLeg.BEGIN.plusSeconds(13), TestLeg.BEGIN.plusSeconds(16));
    }
  }

  @Test
  void shouldPublishTheSameAlertsWhenRestartedAfterEveryChunk() {
    List<Chunk> chunks = joined(TestLeg.speech(5), TestLeg.silence(12), TestLeg.speech(4));

    List<Alert> undisturbed = run(TWO, chunks, Integer.MAX_VALUE);
    List<Alert> restarted = run(TWO, chunks, 3);

    assertThat(undisturbed).hasSizeGreaterThan(5);
    assertThat(restarted)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "probability", "peak", "windows", "message")
        .isEqualTo(undisturbed);
  }

  @Test
  void shouldResolveWhatWasOpenWhenTheLegIsGoneAfterARestart() {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    try (CallsDriver first = new CallsDriver(ONE, chunks, meta)) {
      play(first, TestLeg.speech(6));
      assertThat(first.alerts()).hasSize(1);
    }
    SharedStore without = new SharedStore("other");
    without.adopt(meta.sibling(LegProcessor.WATCH));
    try (CallsDriver second = new CallsDriver(ONE, new SharedStore("chunks"), without)) {
      second.tick(Duration.ofSeconds(1));

      assertThat(second.alerts())
          .extracting(Alert::resolvedBecause)
          .containsExactly(ResolvedBecause.LEG_LOST);
      assertThat(second.entries(LegProcessor.WATCH)).isZero();
    }
  }

  @Test
  void shouldResolveAnAlertWhoseRuleIsGoneFromTheConfiguration() {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    List<Chunk> audio = TestLeg.speech(8);
    try (CallsDriver first = new CallsDriver(ONE, chunks, meta)) {
      play(first, audio.subList(0, 60));
    }
    try (CallsDriver second = new CallsDriver(rules("[]"), chunks, meta)) {
      second.media(LEG, audio.subList(60, 80));
      second.tick(TICK);

      assertThat(second.alerts())
          .extracting(Alert::resolvedBecause)
          .containsExactly(ResolvedBecause.RULE_REMOVED);
    }
  }

  private static List<Alert> run(Config config, List<Chunk> chunks, int every) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    List<Alert> alerts = new ArrayList<>();
    CallsDriver calls = new CallsDriver(config, chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (int i = 0; i < chunks.size(); i++) {
      if (i % every == every - 1) {
        alerts.addAll(calls.alerts());
        calls.close();
        calls = new CallsDriver(config, chunkStore, metaStore);
      }
      calls.media(LEG, chunks.get(i));
      calls.tick(TICK);
    }
    calls.stop(LEG);
    alerts.addAll(calls.alerts());
    calls.close();
    return alerts;
  }

  private static void play(CallsDriver calls, List<Chunk> chunks) {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (Chunk chunk : chunks) {
      calls.media(LEG, chunk);
      calls.tick(TICK);
    }
  }

  @SafeVarargs
  private static List<Chunk> joined(List<Chunk>... parts) {
    List<Chunk> all = new ArrayList<>();
    for (List<Chunk> part : parts) {
      for (Chunk chunk : part) {
        long seq = all.size();
        Instant time = TestLeg.BEGIN.plusMillis((seq + 1) * 100);
        all.add(new Chunk(seq, time.toEpochMilli(), time.toEpochMilli(), chunk.audio()));
      }
    }
    return all;
  }

  private static CallsDriver driver(Config config) {
    return new CallsDriver(config, new SharedStore("chunks"), new SharedStore("meta"));
  }

  private static Config rules(String rules) {
    return Config.load(List.of(), Map.of(), List.of("alerts.rules=" + rules));
  }
}
