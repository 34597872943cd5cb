package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ManagementConfig;
import org.emotionmonitor.app.metrics.SinkMetrics;
import org.emotionmonitor.app.sinks.Sinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor sinks}: alerts to other systems. */
@Command(
    name = "sinks",
    description = {
      "Sends alerts to a webhook, to Alertmanager, or to both, until Ctrl-C; see sinks.* in the"
          + " configuration.",
      "A receiver that is slow or away holds nothing up but its own alerts."
    })
final class SinksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private BrokerOption broker;

  @Override
  public Integer call() throws Exception {
    Config config = common.config(broker.sets(), List.of());
    if (!config.sinks().any()) {
      throw new AppException(
          "no sink is configured; set sinks.webhook.url or sinks.alertmanager.urls");
    }
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      Startup.checkCluster(config);
      CollectorRegistry registry = new CollectorRegistry();
      Sinks sinks = running.start(() -> Sinks.start(config, new SinkMetrics(registry)));
      ManagementConfig own =
          new ManagementConfig(
              config.management().enabled(),
              config.management().host(),
              config.sinks().managementPort());
      RunningManagement management =
          running.start(() -> Startup.management(own, registry, List.of(sinks)));
      var out = spec.commandLine().getOut();
      out.printf(
          "Alerts of %s at %s go to: %s; %s; Ctrl-C stops it.%n",
          config.topicNames().alerts(),
          config.bootstrapServers(),
          String.join(", ", sinks.names()),
          management.describe());
      out.flush();
      running.await();
    }
    return ExitCodes.OK;
  }
}
