package org.emotionmonitor.trainer.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.trainer.TrainerException;

/** Does the same to many things on several threads. */
public final class Workers {

  private Workers() {}

  /** What is done to one thing. */
  @FunctionalInterface
  public interface Work<T, R> {
    R of(T item) throws Exception;
  }

  /**
   * The results in the order of {@code items}.
   *
   * @param progress gets a step per item
   * @throws TrainerException the first that any of the work throws, once all threads have stopped
   */
  public static <T, R> List<R> map(List<T> items, int threads, Progress progress, Work<T, R> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> pending = new ArrayList<>();
      for (T item : items) {
        pending.add(
            pool.submit(
                () -> {
                  R result = work.of(item);
                  progress.step();
                  return result;
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : pending) {
        results.add(get(future));
      }
      return results;
    } finally {
      stop(pool);
    }
  }

  /**
   * After a failure the other threads must have let go of their files before the caller hears of
   * it.
   */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    while (!pool.isTerminated()) {
      try {
        // A recording takes seconds at most.
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerException("interrupted while working on recordings", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TrainerException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
