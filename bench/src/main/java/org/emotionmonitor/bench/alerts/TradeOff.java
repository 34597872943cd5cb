package org.emotionmonitor.bench.alerts;

import java.util.Locale;
import org.emotionmonitor.app.config.AlertRule;

/**
 * What one rule finds, and what it costs.
 *
 * @param found share of the unfriendly stretches, in words
 * @param recall the same, 0 to 1
 * @param delayMedian from a stretch's begin to its alert, in seconds of audio
 * @param delayP95 95 % of the alerts come within it
 * @param falseMixed false alerts an hour in the calls with stretches
 * @param falseCalm the same in calm calls
 * @param falseOthers the same in calls that are calm, sad and cheerful
 */
record TradeOff(
    AlertRule rule,
    String found,
    double recall,
    double delayMedian,
    double delayP95,
    double falseMixed,
    double falseCalm,
    double falseOthers) {

  static final String CSV_HEAD =
      "enter,windows,recall,delay_median_s,delay_p95_s,false_per_hour_mixed,calm,others";

  static String heading(String first) {
    return ("| %s | stretches alerted | delay median s | p95 s | false/h in these calls | false/h calm |"
            + " false/h calm, sad, cheerful |%n|---|---|---|---|---|---|---|")
        .formatted(first);
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f |",
        name,
        found,
        delayMedian,
        delayP95,
        falseMixed,
        falseCalm,
        falseOthers);
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%.2f,%d,%.4f,%.2f,%.2f,%.2f,%.2f,%.2f",
        rule.enter(),
        rule.windows(),
        recall,
        delayMedian,
        delayP95,
        falseMixed,
        falseCalm,
        falseOthers);
  }
}
