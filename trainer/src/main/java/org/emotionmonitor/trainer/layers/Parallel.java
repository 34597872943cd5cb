package org.emotionmonitor.trainer.layers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs two halves of a layer's work side by side. The setting is global because DL4J, not our code,
 * constructs the layers.
 */
public final class Parallel {

  private static final ExecutorService HELPER =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "layer-helper");
            thread.setDaemon(true);
            return thread;
          });

  private static volatile boolean enabled = Runtime.getRuntime().availableProcessors() > 1;

  private Parallel() {}

  /** A part of a range of rows. */
  interface Rows {
    void run(int from, int to);
  }

  /** Two threads per layer, or with {@code 1} only the calling one. */
  public static void setThreads(int threads) {
    enabled = threads > 1;
  }

  static void both(Runnable first, Runnable second) {
    if (!enabled) {
      first.run();
      second.run();
      return;
    }
    Future<?> other = HELPER.submit(second);
    first.run();
    await(other);
  }

  /** Splits {@code [0, count)} into two halves. */
  static void rows(int count, Rows work) {
    int half = count / 2;
    both(() -> work.run(0, half), () -> work.run(half, count));
  }

  private static void await(Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a layer was computing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a layer's helper thread failed", e.getCause());
    }
  }
}
