package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** One of several Kafka nodes, broker and controller at once, in a JVM of its own. */
final class KafkaNode {

  private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";

  private KafkaNode() {}

  /** Runs the node of a properties file; formats its folder if that is new. */
  public static void main(String[] args) {
    StorageTool.execute(
        new String[] {"format", "-t", CLUSTER, "-c", args[0], "--ignore-formatted"}, System.out);
    Kafka.main(args);
  }

  /**
   * Writes the settings of node {@code id}: copies on all nodes, two of which must have a record,
   * and the quick timeouts that let a cluster of this size replace a leader in two seconds.
   *
   * @param ports a client's and a controller's port for each node
   */
  static Path write(Path folder, int id, List<Integer> ports) throws IOException {
    int nodes = ports.size() / 2;
    String replicas = Integer.toString(nodes);
    String enough = Integer.toString(nodes / 2 + 1);
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(id));
    p.put(
        "controller.quorum.voters",
        IntStream.range(0, nodes)
            .mapToObj(n -> n + "@127.0.0.1:" + ports.get(nodes + n))
            .collect(Collectors.joining(",")));
    p.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(ports.get(id), ports.get(nodes + id)));
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", folder.resolve("kafka-" + id).toString());
    p.put("default.replication.factor", replicas);
    p.put("min.insync.replicas", enough);
    p.put("offsets.topic.replication.factor", replicas);
    p.put("offsets.topic.num.partitions", replicas);
    p.put("transaction.state.log.replication.factor", replicas);
    p.put("transaction.state.log.min.isr", enough);
    p.put("transaction.state.log.num.partitions", replicas);
    p.put("group.min.session.timeout.ms", "1000");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    p.put("broker.session.timeout.ms", "1500");
    p.put("broker.heartbeat.interval.ms", "300");
    p.put("controller.quorum.election.timeout.ms", "500");
    p.put("controller.quorum.fetch.timeout.ms", "1000");
    p.put("controller.quorum.election.backoff.max.ms", "300");
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    Path file = folder.resolve("kafka-%d.properties".formatted(id));
    try (Writer out = Files.newBufferedWriter(file)) {
      p.store(out, null);
    }
    return file;
  }
}
