package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.ingest.Replayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor replay}: files become live calls. */
@Command(
    name = "replay",
    description = {
      "Plays WAV or FLAC files as live calls into Kafka.",
      "A mono file is a call with one leg, a stereo file one with two. A record's time is the real"
          + " time of sending, at every speed."
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private BrokerOption broker;
  @Mixin private AudioOptions audio;
  @Mixin private PaceOptions pace;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "WAV or FLAC files.")
  private List<Path> files;

  @Option(
      names = "--call-prefix",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the call ids begin with; then follow the file's name and the run.")
  private String prefix;

  @Option(names = "--queue", paramLabel = "NAME", description = "Queue of the calls.")
  private String queue;

  @Option(names = "--agent-id", paramLabel = "ID", description = "Agent of the calls.")
  private String agentId;

  @Option(names = "--language", paramLabel = "TAG", description = "Language, such as en or de.")
  private String language;

  @Option(names = "--json", description = "Prints the totals as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Config config = common.config(broker.sets(), List.of());
    ReplayOptions options = audio.options(pace.speed(), pace.parallel());
    CallDetails details = new CallDetails(agentId, queue, language, Map.of());
    List<CallPlan> calls = new CallPlanner(options, prefix, RunId.next()).plan(files, details);
    Startup.checkCluster(config);
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      AudioPublisher publisher =
          running.start(() -> AudioPublisher.connect(config.kafka(), config.topicNames().audio()));
      Progress progress = running.start(() -> Progress.of(calls, spec.commandLine().getErr()));
      Replayer replayer = running.start(() -> new Replayer(publisher, options, progress));
      running.run(() -> replayer.play(calls));
      if (running.isStopping()) {
        throw new StoppedException();
      }
      progress.close();
      report(progress);
    }
    return ExitCodes.OK;
  }

  private void report(Progress progress) {
    PrintWriter out = spec.commandLine().getOut();
    Progress.Totals t = progress.totals();
    out.println(
        json
            ? Json.text(t)
            : "%d calls played, %s of audio in %s (%.1f times real time), %d records."
                .formatted(
                    t.calls(),
                    Durations.clock(t.audioMs()),
                    Durations.clock(t.tookMs()),
                    (double) t.audioMs() / Math.max(1, t.tookMs()),
                    t.records()));
    out.flush();
  }
}
