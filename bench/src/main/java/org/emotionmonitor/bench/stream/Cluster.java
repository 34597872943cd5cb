package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.cli.Main;

/** Brokers and any number of stream processes, which can be killed and started again. */
final class Cluster implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);

  private final Path folder;
  private final LoadOptions options;
  private final List<String> own = new ArrayList<>();
  private final List<String> jvm = new ArrayList<>(List.of("-Xmx2g"));
  private final Brokers brokers;
  private final List<Program> streams = new ArrayList<>();
  private int started;

  /**
   * Starts the brokers.
   *
   * @param folder for logs and state
   * @param nodes one for the product's own broker; several for a cluster that copies everything
   * @param options settings of the processes
   */
  Cluster(Path folder, int nodes, LoadOptions options) throws IOException, InterruptedException {
    this.folder = folder;
    this.options = options;
    jvm.addAll(options.jvm);
    if (nodes > 1) {
      own.addAll(
          List.of(
              "--set",
              "topics.replicationFactor=" + nodes,
              "--set",
              "stream.replicationFactor=" + nodes));
    }
    options.cores.leave();
    brokers = Brokers.start(folder, nodes, options);
  }

  Brokers brokers() {
    return brokers;
  }

  /** Where clients connect to. */
  String bootstrap() {
    return brokers.bootstrap();
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

  /** The end of an instance without a goodbye. */
  void kill(int instance) throws InterruptedException {
    streams.get(instance).kill();
  }

  /** Starts a killed instance anew, with the state folder that it left behind. */
  void restart(int instance) throws IOException {
    streams.set(instance, begin(instance));
  }

  /** Stops the instance that was started last, as an operator would. */
  void removeStream() {
    streams.remove(streams.size() - 1).close();
  }

  /** Processes of the instances. */
  List<Long> streamPids() {
    return streams.stream().map(Program::pid).toList();
  }

  /** What an instance has logged since it was last started. */
  String log(int instance) throws IOException {
    return streams.get(instance).output();
  }

  /** The management port of an instance. */
  URI management(int instance) throws IOException {
    return URI.create(streams.get(instance).find("management at (http://[^ ;/]+)"));
  }

  /** Where an instance keeps its state. */
  Path stateFolder(int instance) {
    return folder.resolve("state-" + instance);
  }

  private Program begin(int instance) throws IOException {
    List<String> arguments =
        options.arguments(
            "stream",
            "--broker",
            bootstrap(),
            "--set",
            "management.port=0",
            "--set",
            "stream.stateDir=" + stateFolder(instance));
    arguments.addAll(own);
    Path log = folder.resolve("stream-%d-%d.log".formatted(instance, started++));
    return Program.launch(log, options.cores.stream(Program.java(jvm, Main.class, arguments)));
  }

  @Override
  public void close() {
    Program.closeAll(streams);
    brokers.close();
  }
}
