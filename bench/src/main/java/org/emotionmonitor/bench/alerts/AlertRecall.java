package org.emotionmonitor.bench.alerts;

import java.io.IOException;
import java.nio.file.Files;
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
      "AlertRecall --corpus MANIFEST.csv [--split dev] [--seed 1] [--csv FILE] [--png FILE]"
          + " [--set \"key=value ...\"]";
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
  private String model = "";

  private AlertRecall(Setup setup, AlertRule rule) {
    this.setup = setup;
    this.rule = rule;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Setup setup = new Setup(args, USAGE, "--corpus");
    Config config = setup.config();
    AlertRecall recall = new AlertRecall(setup, config.alerts().rules().get(0));
    try (ScoringService scoring = Setup.scoring(config)) {
      recall.model = scoring.model().version() + " (" + scoring.model().sha256() + ")";
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
    setup.out.println(TradeOff.heading("enter"));
    setup.out.println(tried(rule).row("**%.2f**".formatted(rule.enter())));
    List<TradeOff> overEnter = new ArrayList<>();
    for (int percent = 30; percent <= 95; percent += 5) {
      double enter = percent / 100.0;
      double exit = Math.max(0, enter - HYSTERESIS);
      overEnter.add(tried(Setup.rule(rule, enter, exit, rule.windows())));
      setup.out.println(last(overEnter).row(String.format(Locale.ROOT, "%.2f", enter)));
    }
    setup.out.printf("%nOthers that differ in windows%n%n");
    setup.out.println(TradeOff.heading("windows"));
    List<TradeOff> overWindows = new ArrayList<>();
    for (int windows : new int[] {1, 2, 3, 4, 5, 6, 8}) {
      overWindows.add(tried(Setup.rule(rule, rule.enter(), rule.exit(), windows)));
      setup.out.println(last(overWindows).row(Integer.toString(windows)));
    }
    write(overEnter, overWindows);
  }

  private void write(List<TradeOff> overEnter, List<TradeOff> overWindows) throws IOException {
    if (setup.get("--csv", null) != null) {
      List<String> lines = new ArrayList<>(List.of(TradeOff.CSV_HEAD));
      overEnter.forEach(row -> lines.add(row.csv()));
      overWindows.forEach(row -> lines.add(row.csv()));
      Files.write(setup.path("--csv"), lines);
    }
    if (setup.get("--png", null) != null) {
      String title =
          "Rule %s over enter, %s speakers, model %s"
              .formatted(rule.name(), setup.get("--split", "dev"), model);
      TradeOffChart.write(setup.path("--png"), title, overEnter, rule.enter());
    }
  }

  private TradeOff tried(AlertRule tried) {
    RuleTrial on = new RuleTrial(tried).on(mixed);
    return new TradeOff(
        tried,
        on.recallText(),
        on.recall(),
        on.delay(0.5),
        on.delay(0.95),
        on.falsePerHour(),
        new RuleTrial(tried).on(calm).falsePerHour(),
        new RuleTrial(tried).on(others).falsePerHour());
  }

  private static TradeOff last(List<TradeOff> rows) {
    return rows.get(rows.size() - 1);
  }

  private static double hours(List<Scored> calls) {
    return calls.stream().mapToDouble(scored -> scored.call().hours()).sum();
  }
}
