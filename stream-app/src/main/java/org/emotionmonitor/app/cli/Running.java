package org.emotionmonitor.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a running process. They are closed in the reverse order of their start, once, even
 * when the process is told to stop while some of them are still starting.
 */
final class Running implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final long START_WAIT_MS = 3_500;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private int starting;
  private boolean stopping;

  /**
   * Starts a part; several may be started side by side.
   *
   * @throws StoppedException when the process has been told to stop
   */
  <T extends AutoCloseable> T start(Callable<T> start) throws Exception {
    begin();
    T part = null;
    try {
      part = start.call();
      return part;
    } catch (Exception e) {
      // What fails because its neighbours are being closed is no news.
      throw isStopping() ? new StoppedException() : e;
    } catch (LinkageError e) {
      // A class whose initialization registers with the JVM cannot be loaded while that ends.
      if (isStopping()) {
        throw new StoppedException();
      }
      throw e;
    } finally {
      end(part);
    }
  }

  /** Work that needs the parts. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /**
   * Does work that is given up when the process is told to stop.
   *
   * @throws StoppedException when that is so
   */
  void run(Work work) throws Exception {
    try {
      work.run();
    } catch (Exception e) {
      throw isStopping() ? new StoppedException() : e;
    }
  }

  /** Waits until the process is told to stop. */
  void await() throws InterruptedException {
    stopped.await();
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Closes all parts. A second call waits until the first is done. */
  @Override
  public void close() {
    if (stop()) {
      takeParts().forEach(Running::closePart);
      stopped.countDown();
      return;
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets nothing more start; true for the first caller. */
  private synchronized boolean stop() {
    boolean first = !stopping;
    stopping = true;
    return first;
  }

  private synchronized Deque<AutoCloseable> takeParts() {
    awaitStarts();
    return new ArrayDeque<>(parts);
  }

  private static void closePart(AutoCloseable part) {
    long begin = System.nanoTime();
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("stopping {} failed: {}", part.getClass().getSimpleName(), e.toString());
    }
    LOG.debug(
        "stopped {} in {} ms",
        part.getClass().getSimpleName(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  private synchronized void begin() {
    if (stopping) {
      throw new StoppedException();
    }
    starting++;
  }

  private synchronized void end(AutoCloseable part) {
    if (part != null) {
      parts.push(part);
    }
    starting--;
    notifyAll();
  }

  // Called with the lock, which wait() gives up meanwhile.
  private void awaitStarts() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_WAIT_MS);
    long left = START_WAIT_MS;
    while (starting > 0 && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }
}
