package org.emotionmonitor.bench.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.emotionmonitor.app.alerts.AlertEngine;
import org.emotionmonitor.app.alerts.LegAlerts;
import org.emotionmonitor.app.alerts.ScoredWindow;
import org.emotionmonitor.app.alerts.Step;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;

/** What a rule does on calls whose truth is known. */
final class RuleTrial {

  /** An alert that comes this late after a stretch still is about it: its windows reach back. */
  private static final long LATE_MS = 3_000;

  private static final double MS = 1_000;

  private final AlertEngine engine;
  private final List<Long> delays = new ArrayList<>();
  private int stretches;
  private int raised;
  private int elsewhere;
  private double hours;

  RuleTrial(AlertRule rule) {
    this.engine = new AlertEngine(List.of(rule));
  }

  RuleTrial on(List<Scored> calls) {
    calls.forEach(this::on);
    return this;
  }

  private void on(Scored scored) {
    List<Long> fired = fired(scored);
    hours += scored.call().hours();
    for (TestCall.Stretch stretch : scored.call().stretches()) {
      stretches++;
      Long first =
          fired.stream()
              .filter(ms -> ms >= stretch.startMs() && ms <= stretch.endMs() + LATE_MS)
              .findFirst()
              .orElse(null);
      if (first != null) {
        raised++;
        delays.add(first - stretch.startMs());
      }
    }
    for (long ms : fired) {
      if (scored.call().stretches().stream()
          .noneMatch(s -> ms >= s.startMs() && ms <= s.endMs() + LATE_MS)) {
        elsewhere++;
      }
    }
  }

  /** When alerts were raised, in ms of the leg's audio. */
  private List<Long> fired(Scored scored) {
    List<Long> fired = new ArrayList<>();
    LegAlerts state = LegAlerts.NONE;
    for (ScoredWindow window : scored.windows()) {
      Step step = engine.window(state, scored.start(), window);
      state = step.state();
      for (Alert alert : step.changes()) {
        if (alert.state() == AlertState.FIRING && !alert.escalated()) {
          fired.add(window.endMs());
        }
      }
    }
    return fired;
  }

  /** Alerts outside of unfriendly speech. */
  int falseAlerts() {
    return elsewhere;
  }

  double falsePerHour() {
    return elsewhere / hours;
  }

  double recall() {
    return (double) raised / stretches;
  }

  /** Share of the stretches, in words. */
  String recallText() {
    return String.format(Locale.ROOT, "%d of %d (%.0f %%)", raised, stretches, 100 * recall());
  }

  /** A quantile of the delays from the stretch's begin to the alert, in seconds of audio. */
  double delay(double quantile) {
    if (delays.isEmpty()) {
      return Double.NaN;
    }
    long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
    int index = (int) Math.ceil(quantile * sorted.length) - 1;
    return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElseThrow() / MS;
  }
}
