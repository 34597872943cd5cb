package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.CallsTopology;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.leg.LegWarmUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor stream}: the topology. */
@Command(
    name = "stream",
    description = {
      "Scores the calls on the audio topic until Ctrl-C, and publishes events.",
      "Several instances share the calls; when one stops, the others take over its calls."
    })
final class StreamCommand implements Callable<Integer> {

  /** Longer than the JVM takes, on a core of its own. */
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private BrokerOption broker;

  @Option(
      names = "--describe",
      description = "Prints the topology, with the topics' names as configured, and ends.")
  private boolean describe;

  @Override
  public Integer call() throws Exception {
    Config config = common.config(broker.sets(), List.of());
    if (describe) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(CallsTopology.describe(config));
      out.flush();
      return ExitCodes.OK;
    }
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      Startup.checkCluster(config);
      Metrics metrics = new Metrics(new CollectorRegistry());
      ScoringService scoring = running.start(() -> ScoringOpener.open(config, metrics));
      LegWarmUp.run(scoring, config.stream().timing(), WARM_UP);
      StreamService stream = running.start(() -> Startup.stream(config, scoring, metrics));
      RunningManagement management =
          running.start(
              () -> Startup.management(config.management(), metrics.registry(), List.of(stream)));
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Scoring %s from %s with model %s %s (%s, %s); %s; Ctrl-C stops it.%n",
          config.topicNames().audio(),
          config.bootstrapServers(),
          scoring.model().name(),
          scoring.model().version(),
          scoring.model().sha256(),
          scoring.precision().label(),
          management.describe());
      out.flush();
      stream.awaitEnd();
      // When the process is being stopped, its end must not be taken for the service's.
      if (running.isStopping()) {
        running.await();
      }
    }
    return ExitCodes.OK;
  }
}
