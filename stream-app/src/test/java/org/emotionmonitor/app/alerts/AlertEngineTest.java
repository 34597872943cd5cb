package org.emotionmonitor.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.AlertWindow;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class AlertEngineTest {

  private static final String RULE =
      "{name: r, emotion: unfriendly, enter: 0.6, exit: 0.4, windows: 3, gapSeconds: 2,"
          + " cooldownSeconds: 5}";

  @Test
  void shouldRaiseWhenEnoughWindowsInARowSupportIt() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.1, 0.7, 0.8);
    assertThat(leg.alerts).isEmpty();

    leg.unfriendly(0.6);

    Alert alert = leg.last();
    assertThat(alert.alertId()).isEqualTo("c/cust/1769851800000/r/0");
    assertThat(alert.state()).isEqualTo(AlertState.FIRING);
    assertThat(alert.startsAt()).isEqualTo(RuleLeg.BEGIN.plusSeconds(4));
    assertThat(alert.endMs()).isEqualTo(4_000);
    assertThat(alert.speechMs()).isEqualTo(4_000);
    assertThat(alert.probability()).isEqualTo(0.7);
    assertThat(alert.peak()).isEqualTo(0.8);
    assertThat(alert.windowCount()).isEqualTo(3);
    assertThat(alert.windows()).endsWith(new AlertWindow(0, 4_000, 0.6));
    assertThat(alert.message()).isEqualTo("customer of call c: expressed unfriendly for 4 s");
    assertThat(leg.alerts).hasSize(1);
  }

  @Test
  void shouldStartAnewWhenAWindowSpeaksAgainstIt() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.9, 0.9, 0.39, 0.9, 0.9);
    assertThat(leg.alerts).isEmpty();
    assertThat(leg.unfriendly(0.9).alerts).hasSize(1);
  }

  @Test
  void shouldStayOpenBetweenEnterAndExit() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.9, 0.9, 0.9);

    leg.unfriendly(0.45, 0.41, 0.45, 0.41, 0.45, 0.59);
    assertThat(leg.alerts).hasSize(1);

    leg.unfriendly(0.39);
    assertThat(leg.alerts).hasSize(2);
    assertThat(leg.last().state()).isEqualTo(AlertState.RESOLVED);
    assertThat(leg.last().resolvedBecause()).isEqualTo(ResolvedBecause.RECOVERED);
    assertThat(leg.last().endsAt()).isEqualTo(RuleLeg.BEGIN.plusSeconds(10));
    assertThat(leg.last().windowCount()).isEqualTo(3);
  }

  @Test
  void shouldNotCountWindowsBetweenEnterAndExit() {
    assertThat(new RuleLeg(RULE).unfriendly(0.9, 0.5, 0.9, 0.5).alerts).isEmpty();
    assertThat(new RuleLeg(RULE).unfriendly(0.9, 0.5, 0.9, 0.5, 0.9).alerts).hasSize(1);
  }

  @Test
  void shouldBridgeAPauseUpToTheGapAndNoLonger() {
    assertThat(new RuleLeg(RULE).unfriendly(0.9, 0.9).abstained(2).unfriendly(0.9).alerts)
        .hasSize(1);
    assertThat(new RuleLeg(RULE).unfriendly(0.9, 0.9).abstained(3).unfriendly(0.9).alerts)
        .isEmpty();
  }

  @Test
  void shouldResolveWhenThereIsNoSpeechForLongerThanTheGap() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.9, 0.9, 0.9).abstained(2);
    assertThat(leg.alerts).hasSize(1);

    leg.abstained(1);
    assertThat(leg.last().resolvedBecause()).isEqualTo(ResolvedBecause.SILENCE);
  }

  @Test
  void shouldNeverRaiseOnWindowsWithoutAnEstimate() {
    assertThat(new RuleLeg(RULE).abstained(100).alerts).isEmpty();
  }

  @Test
  void shouldWaitForTheSpeechThatTheRuleAsksFor() {
    String rule = "{name: r, emotion: unfriendly, windows: 2, minSpeechSeconds: 4}";
    RuleLeg leg = new RuleLeg(rule).speaking(0.5).unfriendly(0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9);
    assertThat(leg.alerts).isEmpty();
    assertThat(leg.unfriendly(0.9).last().speechMs()).isEqualTo(4_000);
  }

  @Test
  void shouldKeepQuietDuringTheCoolDown() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.9, 0.9, 0.9, 0.1);
    assertThat(leg.alerts).hasSize(2);

    leg.unfriendly(0.9, 0.9, 0.9, 0.9);
    assertThat(leg.alerts).hasSize(2);
    leg.unfriendly(0.9);

    assertThat(leg.alerts).hasSize(3);
    assertThat(leg.last().alertId()).isEqualTo("c/cust/1769851800000/r/4000");
    assertThat(leg.last().startMs()).isEqualTo(4_000);
  }

  @Test
  void shouldEscalateOnceWhenItStaysOpen() {
    RuleLeg leg =
        new RuleLeg("{name: r, emotion: unfriendly, windows: 1, escalateSeconds: 3}")
            .unfriendly(0.9, 0.9, 0.9);
    assertThat(leg.alerts).hasSize(1);

    leg.unfriendly(0.9, 0.9, 0.9);

    assertThat(leg.alerts).hasSize(2);
    assertThat(leg.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(leg.last().escalated()).isTrue();
    assertThat(leg.last().startsAt()).isEqualTo(leg.alerts.get(0).startsAt());
    leg.end();
    assertThat(leg.last().severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(leg.last().resolvedBecause()).isEqualTo(ResolvedBecause.LEG_ENDED);
  }

  @Test
  void shouldNotEscalateWhatSomebodyKnows() {
    RuleLeg leg =
        new RuleLeg("{name: r, emotion: unfriendly, windows: 1, escalateSeconds: 3}")
            .unfriendly(0.9);
    String id = leg.last().alertId();

    assertThat(leg.acknowledge(id)).isTrue();
    assertThat(leg.last().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(leg.last().acknowledged().note()).isEqualTo("calling");
    assertThat(leg.acknowledge(id)).isFalse();
    assertThat(leg.acknowledge("c/cust/1769851800000/r/99")).isFalse();

    leg.unfriendly(0.9, 0.9, 0.9, 0.9, 0.9);
    assertThat(leg.alerts).hasSize(2);
    leg.unfriendly(0.1);
    assertThat(leg.last().state()).isEqualTo(AlertState.RESOLVED);
    assertThat(leg.last().acknowledged().by()).isEqualTo("sam");
    assertThat(leg.last().severity()).isEqualTo(AlertSeverity.WARNING);
  }

  @Test
  void shouldCountOnlyWindowsThatShareNoAudioWhenDisjoint() {
    RuleLeg leg =
        new RuleLeg("{name: r, emotion: unfriendly, windows: 3, disjoint: true}")
            .unfriendly(0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9);
    assertThat(leg.alerts).isEmpty();

    leg.unfriendly(0.9);

    // The windows that end at 1, 7 and 13 s share none.
    assertThat(leg.last().windows())
        .extracting(AlertWindow::endMs)
        .containsExactly(1_000L, 7_000L, 13_000L);
  }

  @Test
  void shouldGoOnInMidStreakAfterARestart() {
    RuleLeg leg = new RuleLeg(RULE).unfriendly(0.9).restart().unfriendly(0.9).restart();
    assertThat(leg.unfriendly(0.9).alerts).hasSize(1);

    leg.restart().unfriendly(0.1);
    assertThat(leg.last().resolvedBecause()).isEqualTo(ResolvedBecause.RECOVERED);
    leg.restart().unfriendly(0.9, 0.9, 0.9);
    assertThat(leg.alerts).as("the cool-down outlives a restart").hasSize(2);
  }

  @Test
  void shouldFollowTwoRulesOnOneLegEachOnItsOwn() {
    RuleLeg leg =
        new RuleLeg(RULE, "{name: loud-or-fast, volume: [loud, medium], windows: 2, enter: 0.8}");
    Map<EventKind, Map<String, Float>> both =
        Map.of(
            EventKind.EMOTION, Map.of("unfriendly", 0.9f),
            EventKind.VOLUME, Map.of("loud", 0.5f, "medium", 0.4f, "soft", 0.1f));

    leg.window(both).window(both).window(both);

    assertThat(leg.alerts).extracting(Alert::rule).containsExactly("loud-or-fast", "r");
    assertThat(leg.alerts.get(0).label()).isEqualTo("loud");
    assertThat(leg.alerts.get(0).probability()).isEqualTo(0.9);
    assertThat(leg.alerts.get(0).attribute()).isEqualTo(EventKind.VOLUME);
  }

  @Test
  void shouldWatchOnlyTheLegsThatTheRuleNames() {
    String rule = "{name: r, emotion: unfriendly, windows: 1, queues: [billing], languages: [en]}";

    assertThat(new RuleLeg(leg("billing", "en-GB"), rule).unfriendly(0.9).alerts).hasSize(1);
    assertThat(new RuleLeg(leg("billing", "de"), rule).unfriendly(0.9).alerts).isEmpty();
    assertThat(new RuleLeg(leg("sales", "en"), rule).unfriendly(0.9).alerts).isEmpty();
    assertThat(new RuleLeg(leg(null, null), rule).unfriendly(0.9).alerts).isEmpty();
    assertThat(
            new RuleLeg(rule.replace("queues: [billing], languages: [en]", "roles: [agent]"))
                .unfriendly(0.9)
                .alerts)
        .isEmpty();
  }

  private static StartRecord leg(String queue, String language) {
    return new StartRecord(
        "c",
        "cust",
        Role.CUSTOMER,
        null,
        queue,
        language,
        Encoding.PCMU,
        8_000,
        100,
        RuleLeg.BEGIN,
        null,
        Map.of());
  }
}
