package org.emotionmonitor.bench.alerts;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.scoring.ScoringService;

/**
 * What the first configured rule finds and misses on calls put together from a corpus, by speaker:
 * share of the unfriendly stretches that raised an alert, how late, and false alerts per hour; then
 * the same over {@code enter} and over {@code windows}.
 */
public final class AlertRecall {

  private static final String USAGE =
      "AlertRecall --corpus MANIFEST.csv [--split dev] [--seed 1] [--csv FILE] [--set \"key=value ...\"]";
  private static final int CALLS = 2;
  private static final int STRETCHES = 3;
  private static final double SECONDS = 180;
  private static final List<String> CALM = List.of("neutral", "friendly");
  private static final List<String> OTHERS = List.of("neutral", "friendly", "sad", "cheerful");
  private static final double HYSTERESIS = 0.2;

  private final List<Scored> mixed = new ArrayList<>();
  private final List<Scored> calm = new ArrayList<>();
  private final List<Scored> others = new ArrayList<>();
  private final Setup setup;
  private final AlertRule rule;

  private AlertRecall(Setup setup, AlertRule rule) {
    this.setup = setup;
    this.rule = rule;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Setup setup = new Setup(args, USAGE, "--corpus");
    Config config = setup.config();
    AlertRecall recall = new AlertRecall(setup, config.alerts().rules().get(0));
    try (ScoringService scoring = setup.scoring(config)) {
      setup.out.printf(
          "model %s %s (%s), split %s, seed %s%n",
          scoring.model().name(),
          scoring.model().version(),
          scoring.model().sha256(),
          setup.get("--split", "dev"),
          setup.get("--seed", "1"));
      recall.score(config, scoring);
    }
    recall.print();
  }

  private void score(Config config, ScoringService scoring) throws IOException {
    long seed = Long.parseLong(setup.get("--seed", "1"));
    CallMaker maker = new CallMaker(seed);
    for (Speaker speaker : Speaker.list(setup.path("--corpus"), setup.get("--split", "dev"))) {
      for (int i = 0; i < CALLS; i++) {
        String name = speaker.name() + "-" + i;
        mixed.add(Scored.of(maker.mixed(name, speaker, STRETCHES), config, scoring));
      }
      calm.add(Scored.of(maker.only(speaker.name(), speaker, CALM, SECONDS), config, scoring));
      others.add(Scored.of(maker.only(speaker.name(), speaker, OTHERS, SECONDS), config, scoring));
    }
  }

  private void print() throws IOException {
    setup.out.printf(
        "%d calls with stretches of 8 to 20 s, %.1f h; %.1f h calm; %.1f h calm, sad and cheerful%n",
        mixed.size(), hours(mixed), hours(calm), hours(others));
    setup.out.printf("%nThe configured rule, and others that differ in enter (exit 0.2 below)%n%n");
    heading("enter");
    row("**%.2f**".formatted(rule.enter()), rule);
    List<String> csv = new ArrayList<>();
    csv.add("enter,windows,recall,delay_median_s,delay_p95_s,false_per_hour_mixed,calm,others");
    for (int percent = 30; percent <= 95; percent += 5) {
      double enter = percent / 100.0;
      AlertRule other = Setup.rule(rule, enter, Math.max(0, enter - HYSTERESIS), rule.windows());
      csv.add(row(String.format(Locale.ROOT, "%.2f", enter), other));
    }
    setup.out.printf("%nOthers that differ in windows%n%n");
    heading("windows");
    for (int windows : new int[] {1, 2, 3, 4, 5, 6, 8}) {
      AlertRule other = Setup.rule(rule, rule.enter(), rule.exit(), windows);
      csv.add(row(Integer.toString(windows), other));
    }
    if (setup.get("--csv", null) != null) {
      write(setup.path("--csv"), csv);
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      lines.forEach(out::println);
    }
  }

  private void heading(String first) {
    setup.out.printf(
        "| %s | stretches alerted | delay median s | p95 s | false/h in these calls | false/h calm |"
            + " false/h calm, sad, cheerful |%n|---|---|---|---|---|---|---|%n",
        first);
  }

  private String row(String name, AlertRule tried) {
    RuleTrial on = new RuleTrial(tried).on(mixed);
    double inCalm = new RuleTrial(tried).on(calm).falsePerHour();
    double inOthers = new RuleTrial(tried).on(others).falsePerHour();
    setup.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
        name,
        on.recallText(),
        on.delay(0.5),
        on.delay(0.95),
        on.falsePerHour(),
        inCalm,
        inOthers);
    return String.format(
        Locale.ROOT,
        "%.2f,%d,%.4f,%.2f,%.2f,%.2f,%.2f,%.2f",
        tried.enter(),
        tried.windows(),
        on.recall(),
        on.delay(0.5),
        on.delay(0.95),
        on.falsePerHour(),
        inCalm,
        inOthers);
  }

  private static double hours(List<Scored> calls) {
    return calls.stream().mapToDouble(scored -> scored.call().hours()).sum();
  }
}
