package org.emotionmonitor.bench.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.ingest.live.LiveLimits;
import org.emotionmonitor.app.topology.TopicAdmin;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Puts a gateway under load on loopback and prints what came of it: watchers that each see some
 * legs, one window a second of each; some that take nothing; and senders of audio in real time. The
 * gateway has one event loop, whose CPU time is told apart from that of the clients beside it.
 */
@CommandLine.Command(name = "gateway-load", mixinStandardHelpOptions = true)
public final class GatewayLoad implements Callable<Integer> {

  @Option(names = "--watchers", description = "WebSocket clients (${DEFAULT-VALUE}).")
  private int watchers = 1_000;

  @Option(names = "--legs", description = "Legs that each sees: events/s each (${DEFAULT-VALUE}).")
  private int legsEach = 10;

  @Option(names = "--stalled", description = "Clients that take nothing (${DEFAULT-VALUE}).")
  private int stalled = 0;

  @Option(names = "--senders", description = "Streams of 20 ms frames (${DEFAULT-VALUE}).")
  private int senders = 0;

  @Option(names = "--warm-up", description = "Seconds that do not count (${DEFAULT-VALUE}).")
  private int warmUp = 30;

  @Option(names = "--seconds", description = "Seconds that count (${DEFAULT-VALUE}).")
  private int seconds = 30;

  public static void main(String[] args) {
    System.exit(new CommandLine(new GatewayLoad()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (senders == 0) {
      return run(null);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      Config config =
          Config.load(
              List.of(),
              Map.of(),
              List.of("kafka.bootstrap.servers=" + broker.bootstrap(), "topics.partitions=8"));
      new TopicAdmin(config).createMissing();
      return run(
          LiveIngest.connect(
              config.kafka(),
              config.topicNames().audio(),
              LiveLimits.defaults(),
              Clock.systemUTC()));
    }
  }

  private int run(LiveIngest ingest) throws Exception {
    int legs = Math.max(legsEach, 500);
    GatewayOptions options = GatewayOptions.loopback(0).withMaxClients(watchers + stalled + 10);
    try (GatewayService gateway =
        new GatewayService(
            options,
            new SteadyFeed(legs),
            ingest,
            (alert, by, note) -> Future.succeededFuture(),
            Clock.systemUTC())) {
      Set<Long> before = eventLoops();
      int port = gateway.start();
      Set<Long> ours = eventLoops();
      ours.removeAll(before);
      Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
      WebSocketClient client =
          vertx.createWebSocketClient(
              new WebSocketClientOptions()
                  .setMaxConnections(watchers + senders + 10)
                  .setMaxFrameSize(1 << 24)
                  .setMaxMessageSize(1 << 24));
      Latencies latencies = new Latencies();
      for (int i = 0; i < watchers; i++) {
        Watcher.connect(client, port, i * legsEach % legs, legsEach, latencies);
        if (i % 50 == 49) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
      }
      List<StalledClient> deaf = new ArrayList<>();
      for (int i = 0; i < stalled; i++) {
        deaf.add(new StalledClient(port));
      }
      Senders sending = new Senders(vertx, client, port, senders);
      TimeUnit.SECONDS.sleep(warmUp);
      latencies.reset();
      sending.reset();
      long cpu = cpu(ours);
      long begin = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      double took = (System.nanoTime() - begin) / 1e9;
      report(latencies, sending, ingest, (cpu(ours) - cpu) / 1e9 / took, took, gateway);
      for (StalledClient one : deaf) {
        one.close();
      }
      client.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
      return latencies.count() == 0 && watchers > 0 ? 1 : 0;
    }
  }

  private void report(
      Latencies latencies,
      Senders sending,
      LiveIngest ingest,
      double cores,
      double took,
      GatewayService gateway) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("watchers %d, stalled %d, senders %d%n", watchers, stalled, senders);
    if (watchers > 0) {
      System.out.printf(
          "events %.0f /s, latency p50 %d ms, p99 %d ms, max %d ms; %d watchers still connected%n",
          latencies.count() / took,
          latencies.quantile(0.5),
          latencies.quantile(0.99),
          latencies.quantile(1),
          gateway.clients());
    }
    if (ingest != null) {
      System.out.printf(
          "audio %.1f s of audio a second in, refused or broken streams %d, waiting for Kafka %d"
              + " bytes%n",
          sending.audioSeconds() / took, sending.broken(), ingest.bufferedBytes());
    }
    System.out.printf(
        "gateway's event loop %.2f cores; heap after collection, clients included, %d MiB%n",
        cores, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static Set<Long> eventLoops() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Set<Long> ids = new HashSet<>();
    for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null && info.getThreadName().contains("eventloop")) {
        ids.add(info.getThreadId());
      }
    }
    return ids;
  }

  private static long cpu(Set<Long> threads) {
    return threads.stream()
        .mapToLong(id -> Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(id)))
        .sum();
  }
}
