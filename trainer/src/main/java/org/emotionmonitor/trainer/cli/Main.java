package org.emotionmonitor.trainer.cli;

import org.emotionmonitor.onnx.ModelException;
import org.emotionmonitor.trainer.TrainerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: exit code 0, 1 (failed) or 2 (usage). */
@Command(
    name = "trainer.sh",
    description = "Trains, evaluates and exports the models of the emotion monitor.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      PrepareCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      AblationCommand.class,
      CrossValidateCommand.class,
      ExportCommand.class,
      CardCommand.class
    })
public final class Main {

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command line; never throws. */
  public static int run(String... args) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::report)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    boolean known = e instanceof TrainerException || e instanceof ModelException;
    command.getErr().println("trainer.sh: " + (known ? e.getMessage() : "unexpected: " + e));
    if (!known && Boolean.getBoolean("trainer.trace")) {
      e.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
