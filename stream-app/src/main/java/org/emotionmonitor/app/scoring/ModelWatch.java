package org.emotionmonitor.app.scoring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.emotionmonitor.app.metrics.ReloadMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether models' files have changed, and hands over the new models. One
 * that is no good is refused, and the former one goes on.
 */
final class ModelWatch implements AutoCloseable {

  /**
   * What is watched.
   *
   * @param name for metrics and messages
   * @param taker gets the new model, to close it some time
   */
  record Watched(String name, ModelSource source, Consumer<OnnxModel> taker) {}

  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);
  private static final long CLOSE_WAIT_MS = 2_000;

  private final Duration every;
  private final List<Watched> models;
  private final ReloadMetrics metrics;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "model-watch");

  ModelWatch(Duration every, List<Watched> models, ReloadMetrics metrics) {
    this.every = every;
    this.models = List.copyOf(models);
    this.metrics = metrics;
    thread.setDaemon(true);
  }

  ModelWatch start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look at all of them. */
  void look() {
    models.forEach(this::look);
  }

  // Whatever a file can do to ONNX Runtime must not end the watch.
  private void look(Watched watched) {
    try {
      OnnxModel model = watched.source().openChanged();
      if (model != null) {
        watched.taker().accept(model);
        metrics.loaded(watched.name());
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      metrics.refused(watched.name());
      LOG.error(
          "the changed {} model is refused, the former one goes on: {}",
          watched.name(),
          e.getMessage());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
