package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotionmonitor.app.cli.Main;

/** A command of the emotion monitor in a JVM of its own, with its output in a file. */
final class Program implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the program.
   *
   * @param log where its output goes; an existing file is added to
   * @param jvm flags of the JVM
   * @param arguments command and options
   */
  static Program start(Path log, List<String> jvm, List<String> arguments) throws IOException {
    return launch(log, java(jvm, Main.class, arguments));
  }

  /** The command that starts a main class of this class path. */
  static List<String> java(List<String> jvm, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath()));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** Starts a command, with its output in {@code log}, as {@link #start} does. */
  static Program launch(Path log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    // Whatever ends the bench must not leave its processes behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Program(process, log);
  }

  /** That of this JVM, which is not what it seems where Maven runs the tests. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Waits until the output has {@code text}. */
  void awaitOutput(String text, Duration atMost) throws IOException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!Files.readString(log).contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "no \"%s\" from %s: %s".formatted(text, log, Files.readString(log)));
      }
      Thread.sleep(100);
    }
  }

  /** What it has written so far. */
  String output() throws IOException {
    return Files.readString(log);
  }

  /** What the group of a pattern has in the output. */
  String find(String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(log));
    if (!found.find()) {
      throw new IllegalStateException("no \"%s\" in %s".formatted(pattern, log));
    }
    return found.group(1);
  }

  /** Waits for its end, which must be a good one. */
  void await(Duration atMost) throws IOException, InterruptedException {
    boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended || process.exitValue() != 0) {
      kill();
      throw new IllegalStateException("%s: %s".formatted(log, Files.readString(log)));
    }
  }

  /** Its process's id. */
  long pid() {
    return process.pid();
  }

  /** The end without a goodbye, as by {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and makes it after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Asks all of them to stop before it waits for any. */
  static void closeAll(List<Program> programs) {
    programs.forEach(program -> program.process.destroy());
    programs.forEach(Program::close);
  }
}
