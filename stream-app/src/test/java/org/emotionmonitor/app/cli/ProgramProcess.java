package org.emotionmonitor.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A command of the program in a JVM of its own. */
public final class ProgramProcess implements AutoCloseable {

  private final Process process;
  private final Path log;

  private ProgramProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param folder takes its files and its output; made if missing
   * @param arguments the command and its options
   */
  public static ProgramProcess start(Path folder, List<String> arguments) throws IOException {
    Path log = Files.createDirectories(folder).resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    command.add("-XX:TieredStopAtLevel=1");
    command.add(Main.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Not by -cp: ONNX Runtime crashes a JVM whose command line is long.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ProgramProcess(builder.start(), log);
  }

  /** The first group of what the program has printed, once it has. */
  public String awaitPrinted(Pattern pattern, Duration within) {
    return Awaitility.await(pattern.pattern())
        .atMost(within)
        .until(
            () -> {
              requireAlive();
              Matcher found = pattern.matcher(Files.readString(log));
              return found.find() ? found.group(1) : null;
            },
            text -> text != null);
  }

  /** Throws, with what the program has printed, if it has ended. */
  public void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the program has ended: " + Files.readString(log));
    }
  }

  /** Waits for its end; its exit code. */
  public int awaitExit(Duration within) {
    return process.onExit().orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).join().exitValue();
  }

  /** What it has printed. */
  public String printed() throws IOException {
    return Files.readString(log);
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
