package org.emotionmonitor.bench.alerts;

import io.prometheus.client.CollectorRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.app.scoring.OnnxModel;
import org.emotionmonitor.app.scoring.ScoringLimits;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.vad.SileroActivity;

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

  ScoringService scoring(Config config) {
    return new ScoringService(
        new OnnxModel(Scorer.open(config.scoring().model(), ScorerOptions.defaults())),
        SileroActivity.open(),
        new ScoringLimits(
            config.scoring().maxBatch(),
            config.scoring().maxWait(),
            config.scoring().queue(),
            config.scoring().deadline()),
        config.speech().minSpeechMs(),
        new ScorerMetrics(new CollectorRegistry()));
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
