package org.emotionmonitor.app.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays calls side by side, each again and again, every time as a new call. */
public final class DemoLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoop.class);

  /** So that the calls do not begin in step. */
  private static final Duration STAGGER = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AudioPublisher publisher;
  private final ReplayOptions options;
  private final CallPlanner planner;
  private final boolean once;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Replayer> replayers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param publisher is not closed by this loop
   * @param options how the files are played; each has a thread of its own
   * @param planner gives every round call ids of its own
   * @param once plays every call one time only
   */
  public DemoLoop(
      AudioPublisher publisher, ReplayOptions options, CallPlanner planner, boolean once) {
    this.publisher = publisher;
    this.options = options;
    this.planner = planner;
    this.once = once;
  }

  /** Begins to play, and returns. */
  public void start(List<DemoCall> calls) {
    for (int i = 0; i < calls.size(); i++) {
      DemoCall call = calls.get(i);
      Duration delay = STAGGER.multipliedBy(i);
      Replayer replayer = new Replayer(publisher, options, ReplayListener.NONE);
      replayers.add(replayer);
      Thread thread = new Thread(() -> loop(call, replayer, delay), "demo-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Stops the calls; their legs are ended properly. */
  @Override
  public void close() {
    closed.countDown();
    threads.forEach(Thread::interrupt);
    replayers.forEach(Replayer::close);
  }

  private void loop(DemoCall call, Replayer replayer, Duration delay) {
    try {
      boolean over = pause(delay);
      while (!over) {
        play(call, replayer);
        over = once || pause(PAUSE);
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("{} stopped", call.file());
    } catch (IOException e) {
      LOG.error("{} is not played any more: {}", call.file(), e.getMessage());
    }
  }

  /** Plays a round; one that fails, as when Kafka is away for long, is not the last. */
  private void play(DemoCall call, Replayer replayer) throws InterruptedException, IOException {
    try {
      replayer.play(List.of(plan(call)));
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      // What fails because the loop is being closed is no news.
      if (closed.getCount() > 0) {
        LOG.error("this round of {} has failed: {}", call.file(), e.getMessage());
      }
    }
  }

  private CallPlan plan(DemoCall call) throws IOException {
    synchronized (planner) {
      return planner.plan(call.file(), call.details());
    }
  }

  private boolean pause(Duration duration) throws InterruptedException {
    return closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
