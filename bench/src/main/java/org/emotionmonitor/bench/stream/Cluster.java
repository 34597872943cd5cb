package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A broker process and any number of stream processes, which can be killed and started again. */
final class Cluster implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final List<String> BROKER_JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");
  private static final List<String> STREAM_JVM = List.of("-Xmx2g");

  private final Path folder;
  private final List<String> settings;
  private final Program broker;
  private final String bootstrap;
  private final List<Program> streams = new ArrayList<>();
  private int started;

  /**
   * Starts the broker.
   *
   * @param folder for logs and state
   * @param settings {@code key=value} for every process
   */
  Cluster(Path folder, List<String> settings) throws IOException, InterruptedException {
    this.folder = folder;
    this.settings = settings;
    Path log = folder.resolve("broker.log");
    broker = Program.start(log, BROKER_JVM, arguments("broker", "--port", "0", "--json"));
    try {
      broker.awaitOutput("\"bootstrap\"", START);
    } catch (IllegalStateException e) {
      broker.close();
      throw e;
    }
    bootstrap =
        Files.readString(log).replaceAll("(?s).*\"bootstrap\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  /** Where clients connect to. */
  String bootstrap() {
    return bootstrap;
  }

  /** Stream processes that run, or have been killed. */
  int size() {
    return streams.size();
  }

  /** Starts one more instance and waits until it says that it scores. */
  void addStream() throws IOException, InterruptedException {
    Program stream = begin(streams.size());
    streams.add(stream);
    stream.awaitOutput("Scoring ", START);
  }

  /** Kills an instance and starts it anew, with the state folder that it leaves behind. */
  void replace(int instance) throws IOException, InterruptedException {
    streams.get(instance).kill();
    streams.set(instance, begin(instance));
  }

  /** Stops the instance that was started last, as an operator would. */
  void removeStream() {
    streams.remove(streams.size() - 1).close();
  }

  /** CPU time of the broker so far. */
  Duration brokerCpu() {
    return broker.cpu();
  }

  /** CPU time of the running instances so far. */
  Duration streamCpu() {
    return streams.stream().map(Program::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  private Program begin(int instance) throws IOException {
    return Program.start(
        folder.resolve("stream-%d-%d.log".formatted(instance, started++)),
        STREAM_JVM,
        arguments(
            "stream",
            "--broker",
            bootstrap,
            "--set",
            "management.port=0",
            "--set",
            "stream.stateDir=" + folder.resolve("state-" + instance)));
  }

  private List<String> arguments(String... own) {
    List<String> arguments = new ArrayList<>(List.of(own));
    for (String setting : settings) {
      arguments.add("--set");
      arguments.add(setting);
    }
    return arguments;
  }

  @Override
  public void close() {
    streams.forEach(Program::close);
    broker.close();
  }
}
