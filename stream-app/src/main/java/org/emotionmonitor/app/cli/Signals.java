package org.emotionmonitor.app.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that ask a process to stop. By reflection, as the compiler warns of sun.misc.Signal
 * and there is nothing in its place; where a JVM has none, nothing happens here.
 */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private final IntConsumer handler;
  private final Map<Object, Object> before = new LinkedHashMap<>();

  /**
   * @param handler gets the signal's number, on a thread of the JVM's own
   */
  Signals(IntConsumer handler) {
    this.handler = handler;
  }

  void install() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Method number = signalClass().getMethod("getNumber");
      Object proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {type},
              (self, method, args) -> {
                handler.accept((int) number.invoke(args[0]));
                return null;
              });
      for (String name : NAMES) {
        Object signal = signalClass().getConstructor(String.class).newInstance(name);
        before.put(signal, handle(signal, proxy));
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("this JVM lets no signals be handled", e);
    }
  }

  /** What was in place before {@link #install} is so again. */
  void restore() {
    try {
      for (Map.Entry<Object, Object> entry : before.entrySet()) {
        handle(entry.getKey(), entry.getValue());
      }
    } catch (ReflectiveOperationException e) {
      LOG.debug("the signals' handlers stay", e);
    }
    before.clear();
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.SignalHandler");
    return signalClass().getMethod("handle", signalClass(), type).invoke(null, signal, handler);
  }

  private static Class<?> signalClass() throws ClassNotFoundException {
    return Class.forName("sun.misc.Signal");
  }
}
