package org.emotionmonitor.app.broker;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of a Kafka node that is broker and controller at once, for one machine: loopback only,
 * one replica of everything, small buffers, quick groups and transactions.
 */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String HOST = "127.0.0.1";
  static final String LISTENER = "PLAINTEXT";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final int MEBI = 1 << 20;

  private BrokerSettings() {}

  /**
   * @param folder the node's log and metadata folder
   * @param port the clients' port; 0 lets the system choose
   */
  static Map<String, String> of(Path folder, int port) {
    Map<String, String> s = new HashMap<>();
    node(s, folder, port);
    oneReplica(s);
    smallMemory(s);
    quickGroups(s);
    return s;
  }

  /** {@code port} on {@link #HOST}, whichever loopback address the JVM prefers. */
  static InetSocketAddress loopback(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an IPv4 address", e);
    }
  }

  private static void node(Map<String, String> s, Path folder, int port) {
    s.put("process.roles", "broker,controller");
    s.put("node.id", Integer.toString(NODE_ID));
    // The controller's port is always the system's choice; EmbeddedBroker passes the real one on.
    s.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":0");
    s.put(
        "listeners",
        "%s://%s:%d,%s://%s:0".formatted(LISTENER, HOST, port, CONTROLLER_LISTENER, HOST));
    s.put("advertised.listeners", "%s://%s:%d".formatted(LISTENER, HOST, port));
    s.put("controller.listener.names", CONTROLLER_LISTENER);
    s.put("inter.broker.listener.name", LISTENER);
    s.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    s.put("log.dirs", folder.toString());
    // A mistyped topic must fail and not come into being.
    s.put("auto.create.topics.enable", "false");
    // A lone broker is ready once its first heartbeats are through.
    s.put("broker.heartbeat.interval.ms", "250");
  }

  private static void oneReplica(Map<String, String> s) {
    s.put("default.replication.factor", "1");
    s.put("min.insync.replicas", "1");
    s.put("offsets.topic.replication.factor", "1");
    s.put("offsets.topic.num.partitions", "1");
    s.put("transaction.state.log.replication.factor", "1");
    s.put("transaction.state.log.min.isr", "1");
    s.put("transaction.state.log.num.partitions", "1");
    s.put("share.coordinator.state.topic.replication.factor", "1");
    s.put("share.coordinator.state.topic.min.isr", "1");
    s.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void smallMemory(Map<String, String> s) {
    s.put("num.network.threads", "1");
    s.put("num.io.threads", "2");
    s.put("background.threads", "1");
    s.put("num.recovery.threads.per.data.dir", "1");
    s.put("group.coordinator.threads", "1");
    s.put("group.coordinator.background.threads", "1");
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * MEBI));
    s.put("log.segment.bytes", Integer.toString(16 * MEBI));
    s.put("log.index.size.max.bytes", Integer.toString(MEBI));
    s.put("offsets.load.buffer.size", Integer.toString(MEBI));
    s.put("transaction.state.log.load.buffer.size", Integer.toString(MEBI));
    s.put("share.coordinator.load.buffer.size", Integer.toString(MEBI));
  }

  private static void quickGroups(Map<String, String> s) {
    // No other member is on its way: wait for nobody, and let clients ask for short sessions.
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("group.min.session.timeout.ms", "1000");
    s.put("group.consumer.min.heartbeat.interval.ms", "100");
    s.put("group.consumer.min.session.timeout.ms", "1000");
    s.put("group.consumer.heartbeat.interval.ms", "500");
    s.put("group.consumer.session.timeout.ms", "6000");
    s.put("group.streams.initial.rebalance.delay.ms", "0");
    s.put("group.streams.assignment.interval.ms", "100");
    s.put("group.streams.min.heartbeat.interval.ms", "100");
    s.put("group.streams.min.session.timeout.ms", "1000");
    s.put("group.streams.heartbeat.interval.ms", "500");
    s.put("group.streams.session.timeout.ms", "6000");
    // A transaction left open by a killed client blocks readers until this task finds it.
    s.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }
}
