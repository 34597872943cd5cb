package org.emotionmonitor.bench.stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The stream under load, in processes of their own; {@code --help} lists the commands. */
@Command(
    name = "stream-bench",
    mixinStandardHelpOptions = true,
    description = "The emotion monitor's stream under load, in processes on this machine.",
    subcommands = {
      LatencyCommand.class,
      CapacityCommand.class,
      AloneCommand.class,
      KillCommand.class,
      RebalanceCommand.class,
      SoakCommand.class,
      ChurnCommand.class,
      HeapCommand.class,
      StateCommand.class,
      ModelCommand.class
    })
public final class StreamBench {

  StreamBench() {}

  /** Exits with 0 if everything was as it should be. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new StreamBench())
            .execute(args.length == 0 ? new String[] {"--help"} : args));
  }
}
