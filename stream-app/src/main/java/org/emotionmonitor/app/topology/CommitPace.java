package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread commits. What is published becomes visible then, so it is soon after
 * something has been published; but each commit costs the broker some milliseconds, whatever is in
 * it, so there is a shortest time between two. The tasks of a thread commit together, so they share
 * the pace. Not thread-safe.
 */
final class CommitPace {

  private final long intervalMs;
  private long lastMs;
  private boolean waiting;

  /**
   * @param interval shortest time between two commits
   */
  CommitPace(Duration interval) {
    this.intervalMs = interval.toMillis();
  }

  /** Gives each thread that asks one of its own. */
  static Supplier<CommitPace> ofThreads(Duration interval) {
    return ThreadLocal.withInitial(() -> new CommitPace(interval))::get;
  }

  /** Something waits for a commit to become visible. */
  void published() {
    waiting = true;
  }

  /** To be called after each record, and every few ms where none comes. */
  void commitIfDue(ProcessorContext<?, ?> context) {
    if (waiting && Math.abs(context.currentSystemTimeMs() - lastMs) >= intervalMs) {
      context.commit();
      lastMs = context.currentSystemTimeMs();
      waiting = false;
    }
  }
}
