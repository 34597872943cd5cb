package org.emotionmonitor.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;

/** Whatever the windows are. */
class AlertEngineProperties {

  private static final String[] RULES = {
    "{name: quick, emotion: unfriendly, windows: 1, cooldownSeconds: 0, gapSeconds: 1}",
    "{name: slow, emotion: unfriendly, windows: 4, cooldownSeconds: 3, escalateSeconds: 2}",
    "{name: apart, emotion: sad, windows: 2, disjoint: true, minSpeechSeconds: 2}"
  };

  @Property(tries = 300)
  void shouldOpenAndResolveEachAlertOnceWithIdsOfTheirOwn(
      @ForAll @Size(max = 80) List<Byte> calls) {
    RuleLeg leg = play(calls, false);

    Set<String> open = new HashSet<>();
    Set<String> rulesOpen = new HashSet<>();
    Set<String> resolved = new HashSet<>();
    for (Alert alert : leg.alerts) {
      assertThat(resolved).doesNotContain(alert.alertId());
      assertThat(alert.endMs()).isGreaterThan(alert.startMs());
      assertThat(alert.speechMs()).isLessThanOrEqualTo(alert.endMs() - alert.startMs());
      if (alert.state() == AlertState.RESOLVED) {
        assertThat(open.remove(alert.alertId())).isTrue();
        rulesOpen.remove(alert.rule());
        resolved.add(alert.alertId());
      } else if (open.add(alert.alertId())) {
        assertThat(rulesOpen.add(alert.rule())).as("one open alert a rule").isTrue();
      }
    }
    assertThat(open).isEmpty();
  }

  @Property(tries = 200)
  void shouldRaiseTheSameAlertsWhenRestartedAfterEveryWindow(
      @ForAll @Size(max = 60) List<Byte> calls) {
    assertThat(play(calls, true).alerts).isEqualTo(play(calls, false).alerts);
  }

  private static RuleLeg play(List<Byte> calls, boolean restarts) {
    RuleLeg leg = new RuleLeg(RULES).speaking(0.7);
    for (byte call : new ArrayList<>(calls)) {
      if (call % 5 == 0) {
        leg.abstained(1);
      } else if (call % 7 == 0 && !leg.alerts.isEmpty()) {
        leg.acknowledge(leg.last().alertId());
      } else {
        leg.unfriendly((call + 128) / 255.0);
      }
      if (restarts) {
        leg.restart();
      }
    }
    return leg.end();
  }
}
