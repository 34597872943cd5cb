package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.onnx.Scores;

/** A model that can be held up and made to fail; what it answers is another's. */
public final class ScriptedModel implements Model {

  private final Model real;
  private final Semaphore turns = new Semaphore(0);
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private volatile boolean held;

  public ScriptedModel(Model real) {
    this.real = real;
  }

  /** The next batches fail. */
  public void failNext(int count) {
    failures.set(count);
  }

  /** Batches wait for {@link #release} from now on. */
  public void hold() {
    held = true;
  }

  /** Batches go on. */
  public void release() {
    held = false;
    turns.release(1_000);
  }

  /** Whether a batch is being held. */
  public boolean holding() {
    return turns.hasQueuedThreads();
  }

  /** Sizes of the batches that were tried. */
  public List<Integer> batches() {
    return batches;
  }

  @Override
  public ModelRef ref() {
    return real.ref();
  }

  @Override
  public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
    batches.add(n);
    if (held) {
      turns.acquireUninterruptibly();
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("out of memory on the device");
    }
    return real.score(features, lengths, n, t);
  }

  @Override
  public void close() {
    real.close();
  }
}
