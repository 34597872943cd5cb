package org.emotionmonitor.app.cli;

import io.prometheus.client.CollectorRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.app.ingest.BundledCalls;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.DemoCall;
import org.emotionmonitor.app.ingest.DemoLoop;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.SinkMetrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.sinks.Sinks;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TopicAdmin;

/** All parts in one process. What does not need each other starts side by side, to be up soon. */
final class Demo {

  private final Running running;
  private final Function<List<String>, Config> config;
  private final ReplayOptions options;
  private final boolean once;
  private final Metrics metrics = new Metrics(new CollectorRegistry());

  /**
   * @param running gets the parts
   * @param config with these settings on top of the user's
   * @param options how files are played
   * @param once plays every call one time only
   */
  Demo(
      Running running, Function<List<String>, Config> config, ReplayOptions options, boolean once) {
    this.running = running;
    this.config = config;
    this.options = options;
    this.once = once;
  }

  /**
   * Starts everything.
   *
   * @param calls to play; empty for the bundled ones
   * @return where the page is
   */
  String start(List<DemoCall> calls) throws Exception {
    Scratch scratch = running.start(Scratch::open);
    // Loading the model is as long as starting the broker, and neither needs the other.
    Future<ScoringService> scoring =
        aside(() -> ScoringOpener.open(config.apply(List.of()), metrics));
    EmbeddedBroker broker = running.start(() -> EmbeddedBroker.start(scratch.sub("broker"), 0));
    Config c = config.apply(settings(broker.bootstrap(), scratch));
    new TopicAdmin(c).createMissing();
    // The calls begin at once: what plays before the stream is up is waiting for it in Kafka.
    Future<DemoLoop> loop = aside(() -> play(c, calls, scratch));
    Future<RunningGateway> gateway = aside(() -> Startup.gateway(c));
    ScoringService model = get(scoring);
    StreamService stream = running.start(() -> Startup.stream(c, model, metrics));
    RunningGateway page = get(gateway);
    metrics.registry().register(page.service().metrics());
    List<Health> services = new ArrayList<>(List.of(stream, page.service()));
    if (c.sinks().any()) {
      services.add(running.start(() -> Sinks.start(c, new SinkMetrics(metrics.registry()))));
    }
    running.start(() -> Startup.management(c.management(), metrics.registry(), services));
    get(loop);
    return page.url();
  }

  private DemoLoop play(Config c, List<DemoCall> calls, Scratch scratch) throws Exception {
    AudioPublisher publisher =
        running.start(() -> AudioPublisher.connect(c.kafka(), c.topicNames().audio()));
    List<DemoCall> played = calls.isEmpty() ? BundledCalls.copyTo(scratch.sub("calls")) : calls;
    DemoLoop loop = new DemoLoop(publisher, options, new CallPlanner(options, "", ""), once);
    loop.start(played);
    return loop;
  }

  private static List<String> settings(String bootstrap, Scratch scratch) {
    return List.of(
        "kafka.bootstrap.servers=" + bootstrap, "stream.stateDir=" + scratch.sub("state"));
  }

  private <T extends AutoCloseable> Future<T> aside(Callable<T> start) {
    FutureTask<T> task = new FutureTask<>(() -> running.start(start));
    Thread thread = new Thread(task, "start");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static <T> T get(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
