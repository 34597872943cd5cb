package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.metrics.ShadowMetrics;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second model that scores what the first one has scored, on a thread of its own, to tell in what
 * they differ. It has room for one batch: what is scored while it works is left out. It never holds
 * up a window, and nothing of it is in an event.
 */
final class Shadow implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

  /** More of a batch are not looked at, so that a GPU's large batches need no large memory. */
  private static final int MOST_WINDOWS = 16;

  private static final long CLOSE_WAIT_MS = 2_000;
  private static final long LOG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** A batch to be compared; its memory is used again. */
  private static final class Batch {

    private final FloatBuffer features;
    private final int[] lengths;
    private int n;
    private int t;
    private Scores scores;

    private Batch(int windows) {
      features = FeatureBuffers.allocate(windows);
      lengths = new int[windows];
    }
  }

  private final LiveModel model;
  private final ShadowMetrics metrics;
  private final int most;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Batch> filled = new ArrayBlockingQueue<>(1);
  private final Thread thread = new Thread(this::run, "shadow");
  private volatile boolean closed;
  private long loggedNanos;

  /** Takes over the model. */
  Shadow(Model model, int maxBatch, ShadowMetrics metrics) {
    this.model = new LiveModel(model, live -> metrics.model(live.ref(), live.precision().label()));
    this.metrics = metrics;
    this.most = Math.min(maxBatch, MOST_WINDOWS);
    free.add(new Batch(most));
    thread.setDaemon(true);
    thread.start();
  }

  /** Offers a model, which becomes this class's to close. */
  void replaceBy(Model next) {
    model.replaceBy(next);
  }

  /**
   * Windows were scored; never waits.
   *
   * @param behind whether other windows wait for the model
   */
  void scored(BatchScorer.Scored batch, boolean behind) {
    Batch mine = behind ? null : free.poll();
    if (mine == null) {
      metrics.leftOut(batch.n());
      return;
    }
    mine.n = Math.min(batch.n(), most);
    mine.t = batch.t();
    mine.scores = batch.scores();
    System.arraycopy(batch.lengths(), 0, mine.lengths, 0, mine.n);
    int floats = mine.n * mine.t * FeatureSpec.FEATURES;
    mine.features.put(0, batch.features(), 0, floats);
    metrics.leftOut(batch.n() - mine.n);
    filled.add(mine);
  }

  private void run() {
    try {
      while (!closed) {
        Batch batch = filled.poll(100, TimeUnit.MILLISECONDS);
        model.swap();
        if (batch != null) {
          compare(batch);
          batch.scores = null;
          free.add(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void compare(Batch batch) {
    Scores mine;
    try {
      mine = model.current().score(batch.features.clear(), batch.lengths, batch.n, batch.t);
    } catch (RuntimeException e) {
      metrics.failed(batch.n);
      if (loggedNanos == 0 || System.nanoTime() - loggedNanos > LOG_EVERY_NANOS) {
        loggedNanos = System.nanoTime();
        LOG.warn("the shadow model fails; the calls do not depend on it: {}", e.toString());
      }
      return;
    }
    for (int i = 0; i < batch.n; i++) {
      output(EventKind.EMOTION, mine.emotion()[i], batch.scores.emotion()[i]);
      output(EventKind.RATE, mine.rate()[i], batch.scores.rate()[i]);
      output(EventKind.VOLUME, mine.volume()[i], batch.scores.volume()[i]);
    }
    metrics.compared(batch.n);
  }

  private void output(EventKind kind, float[] mine, float[] live) {
    double sum = 0;
    for (int k = 0; k < live.length; k++) {
      sum += Math.abs(mine[k] - live[k]);
    }
    metrics.output(
        kind, Probabilities.likeliest(mine) == Probabilities.likeliest(live), sum / live.length);
  }

  /** Ends after the batch that it has. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    model.close();
  }
}
