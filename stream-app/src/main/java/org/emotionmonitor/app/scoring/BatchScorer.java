package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that asks the model. It takes what has piled up while the batch before was being
 * scored, of all stream threads, waits a moment for more, and scores it together. A batch that the
 * model fails on is tried again until it succeeds, in smaller parts, as it may be the memory that
 * is short: no window is given up for it.
 */
final class BatchScorer implements Runnable {

  /** What the thread does, for whoever watches it. */
  interface Watcher {

    void scored(Scored batch);

    /** The model failed; called for every attempt. */
    void failed(RuntimeException why);

    /** The model works again. */
    void recovered();
  }

  /** A batch that has been scored; the buffers are reused when the call returns. */
  record Scored(FloatBuffer features, int[] lengths, int n, int t, Scores scores) {}

  private static final Logger LOG = LoggerFactory.getLogger(BatchScorer.class);
  private static final long FIRST_RETRY_MS = 100;
  private static final long LAST_RETRY_MS = 2_000;
  private static final String INVALID_AUDIO = "invalid_audio";

  private final LiveModel model;
  private final FeatureBuffers buffers;
  private final ScoringLimits limits;
  private final Watcher watcher;
  private final BlockingQueue<Job> queue;
  private final ReentrantLock gate = new ReentrantLock();
  private final FloatBuffer features;
  private final int[] lengths;
  private volatile long busySince;
  private volatile boolean failing;
  private volatile boolean closed;

  BatchScorer(LiveModel model, FeatureBuffers buffers, ScoringLimits limits, Watcher watcher) {
    this.model = model;
    this.buffers = buffers;
    this.limits = limits;
    this.watcher = watcher;
    this.queue = new ArrayBlockingQueue<>(limits.queue());
    this.features = FeatureBuffers.allocate(limits.maxBatch());
    this.lengths = new int[limits.maxBatch()];
  }

  /** Takes a window whose features lie in one of the buffers, so that there is room for it. */
  void add(Job job) {
    queue.add(job);
    if (closed) {
      giveUp();
    }
  }

  /** Windows that {@code handOver} adds come into the same batches, whoever else adds some. */
  void together(Runnable handOver) {
    gate.lock();
    try {
      handOver.run();
    } finally {
      gate.unlock();
    }
  }

  /** Whether the model does not work at the moment. */
  boolean failing() {
    return failing;
  }

  /** For how long the present batch has been with the model; 0 without one. */
  long busyNanos() {
    long since = busySince;
    return since == 0 ? 0 : System.nanoTime() - since;
  }

  /** Ends the thread after its present batch; windows that wait are given up. */
  void stop() {
    closed = true;
  }

  @Override
  public void run() {
    List<Job> batch = new ArrayList<>(limits.maxBatch());
    try {
      while (!closed) {
        collect(batch);
        score(batch);
        batch.forEach(job -> buffers.give(job.features()));
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      batch.forEach(job -> job.answer().cancel(false));
      giveUp();
    }
  }

  private void giveUp() {
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      job.answer().cancel(false);
    }
  }

  private void collect(List<Job> batch) throws InterruptedException {
    Job first = null;
    while (first == null && !closed) {
      first = queue.poll(100, TimeUnit.MILLISECONDS);
      model.swap();
    }
    if (first == null) {
      return;
    }
    batch.add(first);
    gate.lock();
    try {
      queue.drainTo(batch, limits.maxBatch() - 1);
    } finally {
      gate.unlock();
    }
    long until = first.askedNanos() + limits.maxWait().toNanos();
    while (batch.size() < limits.maxBatch()) {
      Job more = queue.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (more == null) {
        return;
      }
      batch.add(more);
    }
  }

  private void score(List<Job> batch) throws InterruptedException {
    int most = batch.size();
    long retryMs = FIRST_RETRY_MS;
    for (int from = 0; from < batch.size(); ) {
      List<Job> part = batch.subList(from, Math.min(batch.size(), from + most));
      try {
        run(part);
        from += part.size();
        if (failing) {
          failing = false;
          watcher.recovered();
        }
        retryMs = FIRST_RETRY_MS;
      } catch (IllegalArgumentException e) {
        from += refused(part, e);
        most = 1;
      } catch (RuntimeException e) {
        failing = true;
        watcher.failed(e);
        most = Math.max(1, part.size() / 2);
        TimeUnit.MILLISECONDS.sleep(retryMs);
        retryMs = Math.min(LAST_RETRY_MS, 2 * retryMs);
        if (closed) {
          throw new InterruptedException("closed while the model fails");
        }
        model.swap();
      } finally {
        busySince = 0;
      }
    }
  }

  /** A window with features that are no numbers can never be scored; 0 if it is one of several. */
  private static int refused(List<Job> part, IllegalArgumentException why) {
    if (part.size() > 1) {
      return 0;
    }
    LOG.error("a window cannot be scored: {}", why.getMessage());
    Job job = part.get(0);
    job.answer().complete(job.heard().without(INVALID_AUDIO, System.nanoTime()));
    return 1;
  }

  private void run(List<Job> part) {
    int n = part.size();
    int t = fill(part);
    long begun = System.nanoTime();
    busySince = begun;
    Model live = model.current();
    Scores scores = live.score(features.clear(), lengths, n, t);
    long ended = System.nanoTime();
    for (int i = 0; i < n; i++) {
      Job job = part.get(i);
      job.answer().complete(job.heard().answered(row(scores, i), live.ref(), begun, ended));
    }
    tell(new Scored(features.clear(), lengths, n, t, scores));
  }

  /** The answers are given: what goes wrong from here must not have the batch scored again. */
  private void tell(Scored batch) {
    try {
      watcher.scored(batch);
    } catch (RuntimeException e) {
      LOG.warn("what follows a batch failed: {}", e.toString());
    }
  }

  /** Puts the windows side by side, padded to the longest. */
  private int fill(List<Job> part) {
    int t = 0;
    for (int i = 0; i < part.size(); i++) {
      lengths[i] = part.get(i).frames();
      t = Math.max(t, lengths[i]);
    }
    for (int i = 0; i < part.size(); i++) {
      int floats = lengths[i] * FeatureSpec.FEATURES;
      features.put(i * t * FeatureSpec.FEATURES, part.get(i).features(), 0, floats);
    }
    return t;
  }

  private static Probabilities row(Scores scores, int i) {
    return new Probabilities(
        scores.emotion()[i], scores.rate()[i], scores.volume()[i], scores.attention()[i]);
  }
}
