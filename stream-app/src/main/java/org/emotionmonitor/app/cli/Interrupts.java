package org.emotionmonitor.app.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C: the first one stops the process in an orderly way, another one after a second at once.
 * Terminals and process managers may send one press twice.
 */
final class Interrupts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);
  private static final int EXIT_CODE = 130;
  private static final long PATIENCE_SECONDS = 5;
  private static final long SAME_PRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Thread hook;

  private Interrupts(Running running) {
    this.hook = new Thread(() -> stop(running), "stop");
  }

  /** From now on the end of the JVM, by signal or by exit, closes {@code running} first. */
  static void closeOnExit(Running running) throws Exception {
    running.start(
        () -> {
          Interrupts interrupts = new Interrupts(running);
          Runtime.getRuntime().addShutdownHook(interrupts.hook);
          return interrupts;
        });
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
  }

  private static void stop(Running running) {
    long first = System.nanoTime();
    onInterrupt(
        () -> {
          if (System.nanoTime() - first > SAME_PRESS_NANOS) {
            Runtime.getRuntime().halt(EXIT_CODE);
          }
        });
    haltLater();
    running.close();
  }

  // A part that hangs must not keep the user waiting.
  private static void haltLater() {
    Thread watchdog =
        new Thread(
            () -> {
              long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
              while (System.nanoTime() < deadline) {
                LockSupport.parkNanos(deadline - System.nanoTime());
              }
              Runtime.getRuntime().halt(EXIT_CODE);
            },
            "stop-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  // By reflection, as the compiler warns of sun.misc.Signal and there is nothing in its place.
  // Where a JVM has none, the second Ctrl-C waits like the first.
  private static void onInterrupt(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, args) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("no signal handler", e);
    }
  }
}
