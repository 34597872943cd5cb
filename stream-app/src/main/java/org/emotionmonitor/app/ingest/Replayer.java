package org.emotionmonitor.app.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.AppException;

/** Plays files as calls into the audio topic, several at once. */
public final class Replayer implements AutoCloseable {

  private static final long STOP_SECONDS = 3;

  private final AudioPublisher publisher;
  private final CallPlayer player;
  private final ExecutorService threads;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /**
   * @param publisher is not closed by this replayer
   * @param options pace, chunks and how many calls at once
   * @param listener hears how it goes on
   */
  public Replayer(AudioPublisher publisher, ReplayOptions options, ReplayListener listener) {
    this.publisher = publisher;
    this.player = new CallPlayer(publisher, options, listener, InstantSource.system());
    this.threads =
        Executors.newFixedThreadPool(
            options.parallel(),
            task -> {
              Thread thread = new Thread(task, "replay");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Plays all calls and returns once the broker has acknowledged every record.
   *
   * @throws AppException when a file was broken or the broker refused a record; the other calls
   *     were played all the same as far as that was possible
   * @throws InterruptedException when this thread was interrupted; the calls are stopped
   */
  public void play(List<CallPlan> calls) throws InterruptedException {
    List<Callable<Void>> tasks = calls.stream().map(this::task).toList();
    for (Future<Void> done : threads.invokeAll(tasks)) {
      rethrow(done);
    }
    publisher.flush();
    if (!failures.isEmpty()) {
      throw new AppException(
          failures.size() == 1
              ? failures.peek()
              : "%d of %d files could not be played to their end; the first: %s"
                  .formatted(failures.size(), calls.size(), failures.peek()));
    }
  }

  private Callable<Void> task(CallPlan call) {
    return () -> {
      try {
        player.play(call);
      } catch (IOException e) {
        // An interrupted read is a stop, not a broken file.
        if (!Thread.currentThread().isInterrupted()) {
          failures.add(e.getMessage());
        }
      }
      return null;
    };
  }

  private static void rethrow(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops the calls that are playing; their legs are ended properly. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        publisher.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
