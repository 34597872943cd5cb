package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long the oldest window that is due has been waiting. Thread-safe. */
public final class DueLag {

  private final Set<Oldest> all = ConcurrentHashMap.newKeySet();

  DueLag(CollectorRegistry registry) {
    Gauge.build(
            Names.PREFIX + "oldest_due_window_seconds",
            "For how long the oldest window that is not yet published has been due, in seconds.")
        .create()
        .setChild(
            new Gauge.Child() {
              @Override
              public double get() {
                return seconds();
              }
            })
        .register(registry);
  }

  /** The due windows of one task. */
  public Oldest open() {
    Oldest one = new Oldest();
    all.add(one);
    return one;
  }

  private double seconds() {
    long now = System.nanoTime();
    return all.stream().mapToLong(one -> one.age(now)).max().orElse(0) / 1e9;
  }

  /** When the oldest due window of a task fell due. */
  public final class Oldest implements AutoCloseable {

    private volatile long sinceNanos;

    /**
     * Says since when a window has been due.
     *
     * @param nanos {@link System#nanoTime} at which it fell due; 0 if none is due
     */
    public void since(long nanos) {
      sinceNanos = nanos;
    }

    private long age(long now) {
      long since = sinceNanos;
      return since == 0 ? 0 : now - since;
    }

    @Override
    public void close() {
      all.remove(this);
    }
  }
}
