package org.emotionmonitor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor} without a command. */
@Command(
    name = "emotion-monitor",
    description = "Monitors the expressed emotion of live calls.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      BrokerCommand.class,
      StreamCommand.class,
      GatewayCommand.class,
      SinksCommand.class,
      ReplayCommand.class,
      ScoreCommand.class,
      TopicsCommand.class,
      TokenCommand.class,
      BenchCommand.class,
      EraseCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {"", "To see it at work: emotion-monitor demo"})
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
