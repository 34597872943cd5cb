package org.emotionmonitor.app.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ctrl-C: the first one stops the process in an orderly way, the second one at once. */
final class Interrupts {

  private static final int EXIT_CODE = 130;
  private static final long PATIENCE_SECONDS = 5;

  private Interrupts() {}

  /** From now on the end of the JVM, by signal or by exit, closes {@code running} first. */
  static void closeOnExit(Running running) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
  }

  private static void stop(Running running) {
    onInterrupt(() -> Runtime.getRuntime().halt(EXIT_CODE));
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
  // Where
  // a JVM has none, the second Ctrl-C waits like the first.
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
      org.slf4j.LoggerFactory.getLogger(Interrupts.class)
          .debug("no signal handler: {}", e.toString());
    }
  }
}
