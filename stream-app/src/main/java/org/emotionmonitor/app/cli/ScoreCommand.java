package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.LegPlan;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.policy.Policy;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor score}: a file's timeline, without Kafka. */
@Command(
    name = "score",
    description = {
      "Scores WAV or FLAC files, without Kafka, as the stream would score a replay of them.",
      "The confidence is the model's probability of what it names."
    })
final class ScoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private AudioOptions audio;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "WAV or FLAC files.")
  private List<Path> files;

  @Option(names = "--json", description = "Prints a JSON line for each event.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Config config = common.config(List.of(), List.of());
    ReplayOptions options = audio.options(ReplayOptions.DEFAULTS);
    List<CallPlan> calls = new CallPlanner(options, "", "").plan(files, CallDetails.NONE);
    ScoreView view = view();
    Metrics metrics = new Metrics(new CollectorRegistry());
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      ScoringService scoring = running.start(() -> ScoringOpener.open(config, metrics));
      FileScorer scorer = new FileScorer(options, config.stream().timing(), scoring, metrics);
      for (CallPlan call : calls) {
        List<LegPlan> legs = allowed(call, config, options, view);
        running.run(() -> score(scorer, call, legs, view));
      }
    }
    return ExitCodes.OK;
  }

  private ScoreView view() {
    var command = spec.commandLine();
    return json
        ? new JsonView(command.getOut(), command.getErr())
        : new TableView(command.getOut());
  }

  private static List<LegPlan> allowed(
      CallPlan call, Config config, ReplayOptions options, ScoreView view) {
    Policy policy = new Policy(config.policy());
    List<LegPlan> allowed = new ArrayList<>();
    for (LegPlan leg : call.legs()) {
      StartRecord start =
          StartRecord.of(
              leg.key(),
              leg.role(),
              options.encoding(),
              call.sampleRate(),
              options.chunkMs(),
              Instant.EPOCH);
      AuditRecord audit = policy.decide(start, Instant.EPOCH);
      if (audit.decision() == Decision.ANALYSE) {
        allowed.add(leg);
      } else {
        view.dropped(call, leg, audit.reason());
      }
    }
    return allowed;
  }

  // Leg by leg, as a table cannot show two at once.
  private static void score(FileScorer scorer, CallPlan call, List<LegPlan> legs, ScoreView view)
      throws IOException {
    for (LegPlan leg : legs) {
      view.leg(call, leg);
      scorer.score(call, leg, view::window);
    }
  }
}
