package org.emotionmonitor.app.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and the like: the first one stops the process in an orderly way, another one after a
 * second at once. Terminals and process managers may send one press twice.
 *
 * <p>The parts are closed before the JVM begins to end, not by a shutdown hook: hooks run side by
 * side, and that of ONNX Runtime would take the model away from a stream that is still scoring. A
 * hook is only the fallback for other ends.
 */
final class Interrupts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);
  private static final int SIGNALLED = 128;
  private static final long PATIENCE_SECONDS = 5;
  private static final long SAME_PRESS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final AtomicInteger EXIT_CODE = new AtomicInteger();

  private final Running running;
  private final Thread hook;
  private final Signals signals;
  private volatile long first;

  private Interrupts(Running running) {
    this.running = running;
    this.hook = new Thread(running::close, "stop-on-exit");
    this.signals = new Signals(this::signalled);
  }

  /** From now on a signal, or else the end of the JVM, closes {@code running} first. */
  static void closeOnExit(Running running) throws Exception {
    running.start(
        () -> {
          Interrupts interrupts = new Interrupts(running);
          Runtime.getRuntime().addShutdownHook(interrupts.hook);
          interrupts.signals.install();
          return interrupts;
        });
  }

  /** What the process is to end with: {@code code}, or that of the signal which stopped it. */
  static int exitCode(int code) {
    return EXIT_CODE.get() == 0 ? code : EXIT_CODE.get();
  }

  /** What is closed already need not be closed on exit. */
  @Override
  public void close() {
    if (Thread.currentThread() != hook) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        LOG.debug("the JVM is ending already", e);
      }
    }
    // While a signal is being served, another one must still get through.
    if (EXIT_CODE.get() == 0) {
      signals.restore();
    }
  }

  private void signalled(int number) {
    if (EXIT_CODE.compareAndSet(0, SIGNALLED + number)) {
      first = System.nanoTime();
      daemon("stop-watchdog", Interrupts::haltLater);
      daemon("stop", this::stop);
    } else if (System.nanoTime() - first > SAME_PRESS_NANOS) {
      Runtime.getRuntime().halt(EXIT_CODE.get());
    }
  }

  private void stop() {
    running.close();
    System.exit(EXIT_CODE.get());
  }

  // A part that hangs must not keep the user waiting.
  private static void haltLater() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      LockSupport.parkNanos(deadline - System.nanoTime());
    }
    Runtime.getRuntime().halt(EXIT_CODE.get());
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
