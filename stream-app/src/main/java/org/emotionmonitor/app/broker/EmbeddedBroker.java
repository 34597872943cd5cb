package org.emotionmonitor.app.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, controller and broker in one node) inside this JVM, on loopback only.
 * It is made for the demo, for trying things out and for tests; it keeps one replica of everything.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final DataFolder folder;
  private final ControllerServer controller;
  private final BrokerServer broker;
  private final AtomicBoolean closed = new AtomicBoolean();
  private String bootstrap;

  private EmbeddedBroker(DataFolder folder, int port) {
    this.folder = folder;
    KafkaConfig config = new KafkaConfig(BrokerSettings.of(folder.path(), port));
    var initial = KafkaRaftServer.initializeLogDirs(config, LOG, "");
    Metrics metrics =
        Server.initializeMetrics(config, Time.SYSTEM, initial._1().clusterId().orElseThrow());
    CompletableFuture<Map<Integer, InetSocketAddress>> voters = new CompletableFuture<>();
    SharedServer shared =
        new SharedServer(
            config,
            initial._1(),
            Time.SYSTEM,
            metrics,
            voters,
            List.of(),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    this.broker = new BrokerServer(shared);
    this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), initial._2());
    // The one voter's address is known only once the controller has bound its port; if it cannot,
    // the controller's startup says so itself.
    var unused =
        controller
            .socketServerFirstBoundPortFuture()
            .thenAccept(
                bound ->
                    voters.complete(
                        Map.of(BrokerSettings.NODE_ID, BrokerSettings.loopback(bound))));
  }

  /**
   * Starts a broker and returns once it serves clients.
   *
   * @param dataFolder where topics are kept from one start to the next, made if it does not exist;
   *     null for a temporary folder that is removed on close
   * @param port the port on 127.0.0.1; 0 lets the system choose a free one
   * @throws BrokerException when the port is taken or the folder cannot be used
   */
  public static EmbeddedBroker start(Path dataFolder, int port) {
    // Kafka finds a taken port only after seconds of start-up, so ask first.
    checkPort(port);
    DataFolder folder = DataFolder.open(dataFolder);
    EmbeddedBroker started = null;
    try {
      started = new EmbeddedBroker(folder, port);
      started.controller.startup();
      started.broker.startup();
      int bound = started.broker.boundPort(new ListenerName(BrokerSettings.LISTENER));
      started.bootstrap = BrokerSettings.HOST + ":" + bound;
      return started;
    } catch (RuntimeException e) {
      if (started == null) {
        folder.close();
      } else {
        started.close();
      }
      throw asBrokerException(e, folder.path(), port);
    }
  }

  /** Where clients connect to, {@code 127.0.0.1:port}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** The folder that holds the broker's data. */
  public Path dataFolder() {
    return folder.path();
  }

  /** Stops the broker, and removes its folder if that is a temporary one. Closing twice is fine. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      quietly(broker::shutdown);
      quietly(controller::shutdown);
      folder.close();
    }
  }

  private static void checkPort(int port) {
    if (port == 0) {
      return;
    }
    if (port < 0 || port > 65_535) {
      throw new BrokerException(
          "broker port %d is not a port; give 1 to 65535, or 0 for any free one".formatted(port));
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(BrokerSettings.loopback(port));
    } catch (BindException e) {
      throw portTaken(port, e);
    } catch (IOException e) {
      throw new BrokerException(
          "broker port %d cannot be opened on %s (%s); give another one, or 0 for any free one"
              .formatted(port, BrokerSettings.HOST, e.getMessage()),
          e);
    }
  }

  private static BrokerException portTaken(int port, Exception cause) {
    return new BrokerException(
        "broker port %d on %s cannot be had (%s); stop what uses it, give another one, or 0 for any free one"
            .formatted(port, BrokerSettings.HOST, cause.getMessage()),
        cause);
  }

  private static RuntimeException asBrokerException(RuntimeException e, Path folder, int port) {
    if (e instanceof BrokerException) {
      return e;
    }
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BindException bind) {
        return portTaken(port, bind);
      }
    }
    return new BrokerException(
        "the embedded broker did not start with data folder %s: %s; try a new folder"
            .formatted(folder, e.getMessage()),
        e);
  }

  private static void quietly(Runnable shutdown) {
    try {
      shutdown.run();
    } catch (RuntimeException e) {
      LOG.warn("the embedded broker did not stop cleanly: {}", e.toString());
    }
  }
}
