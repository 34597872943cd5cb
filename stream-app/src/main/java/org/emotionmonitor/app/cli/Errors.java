package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.ConfigException;
import org.emotionmonitor.core.audio.AudioFileException;
import org.emotionmonitor.onnx.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every failure into one line on stderr and an exit code; the trace is for --verbose. */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final String VERBOSE = "--verbose";

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    print(
        command,
        "%s; see %s --help"
            .formatted(firstLine(e.getMessage()), command.getCommandSpec().qualifiedName()));
    return ExitCodes.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof StoppedException) {
      return ExitCodes.OK;
    }
    if (e instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    print(command, message(e));
    if (parsed.originalArgs().contains(VERBOSE)) {
      e.printStackTrace(command.getErr());
      command.getErr().flush();
    }
    return e instanceof ConfigException ? ExitCodes.USAGE : ExitCodes.FAILED;
  }

  private static void print(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println("emotion-monitor: " + message);
    err.flush();
  }

  private static String message(Exception e) {
    if (e instanceof AppException
        || e instanceof ModelException
        || e instanceof AudioFileException
        || e instanceof IllegalArgumentException) {
      return firstLine(e.getMessage());
    }
    if (e instanceof NoSuchFileException) {
      return "no such file: " + e.getMessage();
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + " may not be read or written; check its permissions";
    }
    if (e instanceof KafkaException) {
      return "Kafka: " + firstLine(e.getMessage());
    }
    return "unexpected failure: %s; run it again with %s for the details, and report it"
        .formatted(firstLine(e.toString()), VERBOSE);
  }

  private static String firstLine(String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("").strip();
  }
}
