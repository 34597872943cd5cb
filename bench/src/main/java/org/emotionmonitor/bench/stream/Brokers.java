package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.emotionmonitor.app.cli.Main;

/** The product's own broker, or a cluster of Kafka nodes, in processes. */
final class Brokers implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final int POLL_MS = 200;

  private final Path folder;
  private final Cores cores;
  private final List<String> jvm = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
  private final List<Program> programs = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private String bootstrap;

  private Brokers(Path folder, LoadOptions options) {
    this.folder = folder;
    this.cores = options.cores;
    this.jvm.addAll(options.brokerJvm);
  }

  /** Starts so many nodes; one is the product's own broker. */
  static Brokers start(Path folder, int nodes, LoadOptions options)
      throws IOException, InterruptedException {
    Brokers brokers = new Brokers(folder, options);
    try {
      if (nodes == 1) {
        brokers.startOne(options.arguments("broker", "--port", "0", "--json"));
      } else {
        brokers.startSeveral(nodes);
      }
      return brokers;
    } catch (IOException | InterruptedException | RuntimeException e) {
      brokers.close();
      throw e;
    }
  }

  private void startOne(List<String> arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("broker.log");
    Program broker = Program.launch(log, cores.others(Program.java(jvm, Main.class, arguments)));
    programs.add(broker);
    broker.awaitOutput("\"bootstrap\"", START);
    bootstrap =
        Files.readString(log).replaceAll("(?s).*\"bootstrap\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private void startSeveral(int nodes) throws IOException, InterruptedException {
    List<Integer> ports = freePorts(2 * nodes);
    for (int node = 0; node < nodes; node++) {
      files.add(KafkaNode.write(folder, node, ports));
      programs.add(startNode(node));
    }
    bootstrap =
        ports.subList(0, nodes).stream()
            .map(port -> "127.0.0.1:" + port)
            .collect(Collectors.joining(","));
    awaitAll();
  }

  private Program startNode(int node) throws IOException {
    List<String> arguments = List.of(files.get(node).toString());
    return Program.launch(
        folder.resolve("kafka-%d.log".formatted(node)),
        cores.others(Program.java(jvm, KafkaNode.class, arguments)));
  }

  /** Ports that nobody has; all are held until the last one is found, so they differ. */
  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private void awaitAll() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    try (Admin admin = admin()) {
      while (nodes(admin) < programs.size()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the brokers do not come up; see " + folder);
        }
        Thread.sleep(POLL_MS);
      }
    }
  }

  private static int nodes(Admin admin) throws InterruptedException {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  /**
   * Kills the node that leads the cluster's metadata, and a share of the partitions with it, and
   * starts it anew.
   *
   * @return which one that was
   */
  int replaceLeader() throws IOException, InterruptedException {
    int leader;
    try (Admin admin = admin()) {
      leader = admin.describeMetadataQuorum().quorumInfo().get().leaderId();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody says who leads", e);
    }
    programs.get(leader).kill();
    programs.set(leader, startNode(leader));
    return leader;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /** Where clients connect to. */
  String bootstrap() {
    return bootstrap;
  }

  /** Processes of the nodes. */
  List<Long> pids() {
    return programs.stream().map(Program::pid).toList();
  }

  @Override
  public void close() {
    Program.closeAll(programs);
  }
}
