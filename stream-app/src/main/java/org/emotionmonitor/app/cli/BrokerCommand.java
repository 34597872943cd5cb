package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.topology.TopicAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor broker}: a Kafka broker for trying things out. */
@Command(
    name = "broker",
    description = {
      "Runs a Kafka broker on this machine until Ctrl-C, with the topics made.",
      "It listens on 127.0.0.1 only and keeps one replica: for trying things out, not for production."
    })
final class BrokerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = {"-p", "--port"},
      defaultValue = "9092",
      description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "FOLDER",
      description =
          "Where to keep topics from one start to the next (default: a temporary folder).")
  private Path data;

  @Option(names = "--json", description = "Prints where it listens as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    common.config(List.of(), List.of());
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      EmbeddedBroker broker = running.start(() -> EmbeddedBroker.start(data, port));
      Config config = common.config(List.of(), BrokerOption.setting(broker.bootstrap()));
      new TopicAdmin(config).createMissing();
      announce(broker);
      running.await();
    }
    return ExitCodes.OK;
  }

  private void announce(EmbeddedBroker broker) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.text(
                Map.of("bootstrap", broker.bootstrap(), "data", broker.dataFolder().toString()))
            : "Kafka broker at %s, data in %s; Ctrl-C stops it."
                .formatted(
                    broker.bootstrap(), data == null ? "a temporary folder" : broker.dataFolder()));
    out.flush();
  }
}
