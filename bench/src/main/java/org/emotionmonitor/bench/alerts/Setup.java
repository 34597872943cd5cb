package org.emotionmonitor.bench.alerts;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;

/** What the measurements share: {@code --name value} arguments, the configuration, the model. */
final class Setup {

  private final Map<String, String> options = new java.util.TreeMap<>();
  final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  Setup(String[] args, String usage, String... required) {
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    if (args.length % 2 != 0 || !options.keySet().containsAll(List.of(required))) {
      out.println("usage: " + usage);
      System.exit(2);
    }
  }

  String get(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  Path path(String name) {
    return Path.of(options.get(name));
  }

  /** The defaults, with {@code --set}, which may hold several settings parted by blanks. */
  Config config() {
    List<String> sets = new ArrayList<>();
    if (options.containsKey("--set")) {
      sets.addAll(List.of(options.get("--set").split(" ", -1)));
    }
    return Config.load(List.of(), Map.of(), sets);
  }

  /** As the stream opens it. */
  static ScoringService scoring(Config config) {
    return ScoringOpener.open(config, Metrics.isolated());
  }

  /** The first of the configured rules, with other probabilities and windows. */
  static AlertRule rule(AlertRule rule, double enter, double exit, int windows) {
    return new AlertRule(
        rule.name(),
        rule.attribute(),
        rule.classes(),
        rule.roles(),
        rule.queues(),
        rule.languages(),
        enter,
        exit,
        windows,
        rule.disjoint(),
        rule.minSpeech(),
        rule.gap(),
        rule.cooldown(),
        rule.severity(),
        rule.escalateAfter(),
        rule.escalateTo(),
        rule.message());
  }
}
