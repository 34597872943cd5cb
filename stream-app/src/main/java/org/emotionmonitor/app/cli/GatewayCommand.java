package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ManagementConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor gateway}: page, REST, WebSocket. */
@Command(
    name = "gateway",
    description = "Serves the page, the REST interface and the WebSocket until Ctrl-C.")
final class GatewayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private BrokerOption broker;

  @Option(
      names = {"-p", "--port"},
      description = "Port to listen on; short for --set gateway.port=PORT.")
  private Integer port;

  @Override
  public Integer call() throws Exception {
    Config config = common.config(broker.sets(), PortSetting.of(port));
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      Startup.checkCluster(config);
      RunningGateway gateway = running.start(() -> Startup.gateway(config));
      CollectorRegistry registry = new CollectorRegistry();
      registry.register(gateway.service().metrics());
      // A port of its own, as stream and gateway often share a machine.
      ManagementConfig own =
          new ManagementConfig(
              config.management().enabled(),
              config.management().host(),
              config.gateway().managementPort());
      RunningManagement management =
          running.start(() -> Startup.management(own, registry, List.of(gateway.service())));
      var out = spec.commandLine().getOut();
      out.printf(
          "Page at %s, events from %s; %s; Ctrl-C stops it.%n",
          gateway.url(), config.bootstrapServers(), management.describe());
      out.flush();
      running.await();
    }
    return ExitCodes.OK;
  }
}
