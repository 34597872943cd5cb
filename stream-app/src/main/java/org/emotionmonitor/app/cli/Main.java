package org.emotionmonitor.app.cli;

import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(Interrupts.exitCode(commandLine().execute(args)));
  }

  /** The commands with their error handling. */
  static CommandLine commandLine() {
    Errors errors = new Errors();
    return new CommandLine(new RootCommand())
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setUsageHelpAutoWidth(true);
  }
}
