package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertActionKind;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.vad.LevelActivity;
import org.junit.jupiter.api.Test;

/** What rules make of a course of probabilities, through the whole topology. */
class RulesTopologyTest {

  private static final String LEG = "call/in";
  private static final Duration TICK = Duration.ofMillis(20);
  private static final String RULE =
      "name: r, emotion: unfriendly, enter: 0.8, exit: 0.3, windows: 3, gapSeconds: 3.5, cooldownSeconds: 4.5";

  @Test
  void shouldAnswerAsTheScriptSays() {
    try (CallsDriver calls = driver("")) {
      play(calls, "UmnUU");

      assertThat(calls.emotions())
          .extracting(
              event -> Math.round(100 * event.judgement().probabilities().get("unfriendly")))
          .startsWith(90, 50, 10, 90, 90);
    }
  }

  @Test
  void shouldHoldAnAlertBetweenEnterAndExitAndResolveItBelow() {
    assertThat(story("UUU mmm mmm")).containsExactly("3 firing warning");
    assertThat(story("UUU mm U mmm n"))
        .containsExactly("3 firing warning", "10 resolved recovered");
  }

  @Test
  void shouldNeitherCountNorBreakAStreakBetweenEnterAndExit() {
    assertThat(story("U m U m")).isEmpty();
    assertThat(story("U m U m U")).containsExactly("5 firing warning");
    assertThat(story("U U n U U")).isEmpty();
  }

  @Test
  void shouldBridgeAGapAndNoLongerOne() {
    assertThat(story("UU mmm U")).containsExactly("6 firing warning");
    assertThat(story("UU mmmm U")).isEmpty();
  }

  @Test
  void shouldKeepQuietDuringTheCoolDown() {
    assertThat(story("UUU n UUUU")).containsExactly("3 firing warning", "4 resolved recovered");
    assertThat(story("UUU n UUUUU"))
        .containsExactly("3 firing warning", "4 resolved recovered", "9 firing warning");
  }

  @Test
  void shouldEscalateWhatNobodyAcknowledges() {
    assertThat(story("UUU UUUU n", ", escalateSeconds: 3.5"))
        .containsExactly("3 firing warning", "7 firing critical", "8 resolved recovered");
  }

  @Test
  void shouldNotEscalateWhatSomebodyHasAcknowledged() {
    try (CallsDriver calls = driver(", escalateSeconds: 3.5")) {
      calls.start(TestLeg.start(LEG, Role.CUSTOMER));
      List<Alert> alerts = new ArrayList<>();
      for (Chunk chunk : SpokenScript.chunks("UUU UUUU UUU n")) {
        feed(calls, chunk);
        List<Alert> news = calls.alerts();
        alerts.addAll(news);
        if (!news.isEmpty() && news.get(0).state() == AlertState.FIRING) {
          AlertAction known =
              new AlertAction(
                  AlertActionKind.ACKNOWLEDGE, "sam", TestLeg.BEGIN.plusSeconds(4), "I listen in");
          calls.act(news.get(0).alertId(), Json.bytes(known));
        }
      }

      assertThat(alerts.stream().map(RulesTopologyTest::line))
          .containsExactly("3 firing warning", "3 acknowledged warning", "11 resolved recovered");
      assertThat(alerts)
          .last()
          .satisfies(
              alert -> {
                assertThat(alert.acknowledged().by()).isEqualTo("sam");
                assertThat(alert.acknowledged().note()).isEqualTo("I listen in");
                assertThat(alert.resolvedBecause()).isEqualTo(ResolvedBecause.RECOVERED);
              });
    }
  }

  @Test
  void shouldCountOnlyWindowsThatShareNoAudioIfTheRuleSaysSo() {
    assertThat(story("UUUUUUUUUUUU", ", disjoint: true")).isEmpty();
    assertThat(story("UUUUUUUUUUUUU", ", disjoint: true")).containsExactly("13 firing warning");
  }

  @Test
  void shouldWaitForSecondsOfSpeechNotOfTime() {
    // The voice of the tests speaks for about two thirds of the time.
    assertThat(story("UUUUUUUUUUUUU", ", minSpeechSeconds: 5"))
        .singleElement()
        .isIn("6 firing warning", "7 firing warning", "8 firing warning");
  }

  @Test
  void shouldFollowTwoRulesOnOneLegEachOnItsOwn() {
    String second = "name: calm, emotion: neutral, enter: 0.8, windows: 2, cooldownSeconds: 0";
    Config config = config("[{%s}, {%s}]".formatted(RULE, second));

    assertThat(run(config, "UUU nn UU", Integer.MAX_VALUE).stream().map(RulesTopologyTest::named))
        .containsExactly(
            "r 3 firing warning",
            "r 4 resolved recovered",
            "calm 5 firing warning",
            "calm 6 resolved recovered");
  }

  @Test
  void shouldPublishTheSameWhenRestartedInMidStreakAndAtAnyOtherChunk() {
    Config config = config("[{%s, escalateSeconds: 3.5}]".formatted(RULE));
    String script = "UU m UUU UUU mm n UUUU n UUUUUU";

    List<Alert> undisturbed = run(config, script, Integer.MAX_VALUE);
    assertThat(undisturbed).hasSizeGreaterThan(4);
    assertThat(run(config, script, 1)).isEqualTo(undisturbed);
    assertThat(run(config, script, 7)).isEqualTo(undisturbed);
  }

  @Test
  void shouldCountMoreAlertsInTheSummaryThanItLists() {
    Config config =
        config(
            "[{name: often, emotion: unfriendly, windows: 1, gapSeconds: 0, cooldownSeconds: 0}]");
    try (CallsDriver calls = driver(config, new SharedStore("chunks"), new SharedStore("meta"))) {
      play(calls, "Un".repeat(22));
      calls.stop(LEG);

      LegTotals leg = calls.legSummaries().stream().reduce((a, b) -> b).orElseThrow().totals();
      assertThat(leg.alertsRaised()).isEqualTo(22);
      assertThat(leg.alerts()).hasSize(LegTotals.MAX_ALERTS);
      assertThat(calls.callSummaries()).last().extracting(c -> c.totals().alerts()).isEqualTo(22);
    }
  }

  private static List<String> story(String script) {
    return story(script, "");
  }

  private static List<String> story(String script, String more) {
    try (CallsDriver calls = driver(more)) {
      play(calls, script);
      return calls.alerts().stream().map(RulesTopologyTest::line).toList();
    }
  }

  /** At which window, what, and how grave or why; the n-th window ends about n + 0.5 s. */
  private static String line(Alert alert) {
    boolean over = alert.state() == AlertState.RESOLVED;
    long second =
        over ? Duration.between(TestLeg.BEGIN, alert.endsAt()).toSeconds() : alert.endMs() / 1_000;
    return "%d %s %s"
        .formatted(
            second,
            alert.state().label(),
            alert.state() == AlertState.RESOLVED
                ? alert.resolvedBecause().label()
                : alert.severity().label());
  }

  private static String named(Alert alert) {
    return alert.rule() + " " + line(alert);
  }

  private static List<Alert> run(Config config, String script, int every) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    List<Alert> alerts = new ArrayList<>();
    CallsDriver calls = driver(config, chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (Chunk chunk : SpokenScript.chunks(script)) {
      if (chunk.seq() % every == every - 1) {
        alerts.addAll(calls.alerts());
        calls.close();
        calls = driver(config, chunkStore, metaStore);
      }
      feed(calls, chunk);
    }
    calls.stop(LEG);
    alerts.addAll(calls.alerts());
    calls.close();
    return alerts;
  }

  private static void play(CallsDriver calls, String script) {
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    SpokenScript.chunks(script).forEach(chunk -> feed(calls, chunk));
  }

  private static void feed(CallsDriver calls, Chunk chunk) {
    calls.media(LEG, chunk);
    calls.tick(TICK);
  }

  private static CallsDriver driver(String more) {
    return driver(
        config("[{%s%s}]".formatted(RULE, more)),
        new SharedStore("chunks"),
        new SharedStore("meta"));
  }

  private static CallsDriver driver(Config config, SharedStore chunks, SharedStore meta) {
    return new CallsDriver(config, SpokenScript.model(), LevelActivity.factory(), chunks, meta);
  }

  private static Config config(String rules) {
    return Config.load(List.of(), Map.of(), List.of("alerts.rules=" + rules));
  }
}
