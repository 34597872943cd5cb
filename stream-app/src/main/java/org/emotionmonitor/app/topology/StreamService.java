package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Topics;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.KafkaCollector;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology on a Kafka cluster. */
public final class StreamService implements AutoCloseable, Health {

  private static final Logger LOG = LoggerFactory.getLogger(StreamService.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(4);

  private final Config config;
  private final ScoringService scoring;
  private final Metrics metrics;
  private final CountDownLatch over = new CountDownLatch(1);
  private final OrphanTransactions orphans;
  private StateFolder folder;
  private UncleanState unclean;
  private KafkaCollector kafkaMetrics;
  private volatile KafkaStreams streams;
  private volatile Throwable failure;

  /**
   * @param scoring stays the caller's to close, after this service
   */
  public StreamService(Config config, ScoringService scoring, Metrics metrics) {
    this.config = config;
    this.scoring = scoring;
    this.metrics = metrics;
    this.orphans =
        new OrphanTransactions(
            config.stream().applicationId(),
            () -> ClusterCheck.admin(config),
            () -> state() == State.REBALANCING);
  }

  /**
   * Starts and returns at once; {@link #ready()} tells when records are being processed.
   *
   * @throws AppException if the cluster cannot be reached or lacks topics
   */
  public void start() {
    Topics topics = config.topicNames();
    ClusterCheck.requireTopics(
        config,
        List.of(
            topics.audio(),
            topics.emotion(),
            topics.rate(),
            topics.volume(),
            topics.alerts(),
            topics.alertActions(),
            topics.summaries(),
            topics.parts(),
            topics.rejected(),
            topics.audit()));
    folder = StateFolder.open(config.stream().stateDir());
    try {
      KafkaStreams made =
          new KafkaStreams(
              CallsTopology.build(config, scoring, metrics),
              StreamSettings.of(config, folder.path(), GroupSession.timeout(config)));
      made.setUncaughtExceptionHandler(this::failed);
      made.setStateListener((now, before) -> changed(now));
      streams = made;
      if (exactlyOnce()) {
        unclean = new UncleanState(folder.path().resolve(config.stream().applicationId()));
        unclean.begin();
      }
      scoring.onWorking(this::working);
      kafkaMetrics = KafkaCollector.ofStreams(made::metrics);
      metrics.registry().register(kafkaMetrics);
      made.start();
    } catch (KafkaException e) {
      close();
      throw new AppException(
          "the stream does not start: %s; check kafka.* and stream.* in the configuration"
              .formatted(rootMessage(e)),
          e);
    }
  }

  /** What Kafka Streams is doing. */
  public State state() {
    KafkaStreams running = streams;
    return running == null ? State.CREATED : running.state();
  }

  @Override
  public String name() {
    return "stream";
  }

  /** Whether records are being processed; the model is warm since before the start. */
  @Override
  public boolean ready() {
    return state() == State.RUNNING && scoring.ready();
  }

  @Override
  public boolean healthy() {
    State state = state();
    return failure == null && state != State.ERROR && state != State.PENDING_ERROR;
  }

  @Override
  public String describe() {
    if (failure != null) {
      return "stream failed: " + failure;
    }
    return "stream " + state() + (scoring.ready() ? "" : ", the model does not answer");
  }

  /**
   * Waits until the stream has stopped, be it closed or failed.
   *
   * @throws AppException if it failed
   */
  public void awaitEnd() throws InterruptedException {
    over.await();
    if (failure != null) {
      throw new AppException("the stream failed: " + rootMessage(failure), failure);
    }
  }

  /** Waits until records are being processed; false if that took longer. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (!ready() && healthy() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return ready();
  }

  /** Stops within five seconds and leaves the group, so that other instances take over at once. */
  @Override
  public void close() {
    KafkaStreams running = streams;
    if (running != null) {
      boolean closed =
          running.close(
              CloseOptions.timeout(CLOSE_TIMEOUT)
                  .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
      if (closed && failure == null && unclean != null) {
        unclean.end();
      }
      streams = null;
      metrics.registry().unregister(kafkaMetrics);
    }
    orphans.close();
    if (folder != null) {
      folder.close();
      folder = null;
    }
    over.countDown();
  }

  /** While the model fails nothing is read: what waits on the topic is safe there. */
  private void working(boolean works) {
    KafkaStreams running = streams;
    if (running == null) {
      return;
    }
    if (works) {
      running.resume();
    } else {
      running.pause();
    }
  }

  private StreamThreadExceptionResponse failed(Throwable thrown) {
    failure = thrown;
    LOG.error("the stream failed and stops: {}", rootMessage(thrown), thrown);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void changed(State now) {
    LOG.info("stream {}", now);
    if ((now == State.REBALANCING || now == State.RUNNING) && exactlyOnce()) {
      orphans.rebalancing();
    }
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      over.countDown();
    }
  }

  private boolean exactlyOnce() {
    return StreamsConfig.EXACTLY_ONCE_V2.equals(config.stream().processingGuarantee());
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
