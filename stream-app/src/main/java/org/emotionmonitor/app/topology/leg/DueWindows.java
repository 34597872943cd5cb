package org.emotionmonitor.app.topology.leg;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.emotionmonitor.app.domain.Latency;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.metrics.DueLag;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.WindowRequest;
import org.emotionmonitor.app.scoring.WindowScore;

/**
 * The windows of many legs that are due, in the order in which they fell due. Each is handed over
 * to the scorer as soon as that takes it, and published in the order of the list, by the thread
 * that calls here: that is the task's, whose transaction the events belong to.
 */
public final class DueWindows implements AutoCloseable {

  /** Takes the score and the events of a window; called in the order of the windows. */
  public interface Publisher {

    /**
     * A window is done with.
     *
     * @param score null if it was skipped, because scoring could not keep up
     * @param events null if there is nothing to publish
     */
    void scored(DueWindow window, WindowScore score, WindowEvents events);
  }

  private static final class Pending {
    private final DueWindow window;
    private final boolean skipped;
    private final long dueNanos = System.nanoTime();
    private final long dueMs;
    private CompletableFuture<WindowScore> score;

    private Pending(DueWindow window, boolean skipped, long dueMs) {
      this.window = window;
      this.skipped = skipped;
      this.dueMs = dueMs;
    }

    private boolean isDone() {
      return skipped || (score != null && score.isDone());
    }
  }

  private final ScoringService scoring;
  private final Metrics metrics;
  private final DueLag.Oldest oldest;
  private final LongSupplier wallClockMs;
  private final Publisher publisher;

  /** All of them; those behind the ones that were handed over are in {@link #waiting}, too. */
  private final ArrayDeque<Pending> due = new ArrayDeque<>();

  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();

  public DueWindows(
      ScoringService scoring, Metrics metrics, LongSupplier wallClockMs, Publisher publisher) {
    this.scoring = scoring;
    this.metrics = metrics;
    this.oldest = metrics.dueLag().open();
    this.wallClockMs = wallClockMs;
    this.publisher = publisher;
  }

  /** Takes a window that has just become complete. */
  public void add(DueWindow window) {
    Pending pending = new Pending(window, false, wallClockMs.getAsLong());
    due.addLast(pending);
    waiting.addLast(pending);
  }

  /** Takes a window that is not to be scored; it is done with after those before it. */
  public void skip(DueWindow window) {
    due.addLast(new Pending(window, true, wallClockMs.getAsLong()));
  }

  /** Gives up the windows of a leg. */
  public void forget(LegPipeline leg) {
    due.removeIf(pending -> pending.window.leg() == leg);
    waiting.removeIf(pending -> pending.window.leg() == leg);
  }

  /** Windows that are not done with. */
  public int size() {
    return due.size();
  }

  /** Hands over what the scorer takes, and publishes what is done; never waits. */
  public void advance() {
    handOver();
    while (!due.isEmpty() && due.peekFirst().isDone()) {
      finish(due.pollFirst());
    }
    oldest.since(due.isEmpty() ? 0 : due.peekFirst().dueNanos);
  }

  /**
   * Waits until all of them are scored and published.
   *
   * @throws java.util.concurrent.CancellationException if the scorer is closed meanwhile
   */
  public void score() {
    scoring.together(this::handOver);
    while (!due.isEmpty()) {
      Pending head = due.peekFirst();
      if (!head.skipped && head.score == null) {
        waiting.pollFirst();
        head.score = scoring.submitWaiting(request(head.window));
      }
      if (!head.skipped) {
        head.score.join();
      }
      advance();
    }
  }

  private void handOver() {
    for (Pending next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
      next.score = scoring.submit(request(next.window));
      if (next.score == null) {
        return;
      }
      waiting.pollFirst();
    }
  }

  private void finish(Pending pending) {
    DueWindow window = pending.window;
    if (pending.skipped) {
      window.leg().scored(window, false);
      metrics.window("skipped");
      publisher.scored(window, null, null);
      return;
    }
    WindowScore score = pending.score.join();
    boolean published = !score.unanswered() || window.leg().publishesAbstained(window);
    window.leg().scored(window, published);
    if (!published) {
      publisher.scored(window, score, null);
      return;
    }
    Latency latency = latency(pending, score);
    metrics.window(score.unanswered() ? score.abstained() : "scored");
    observe(window, score, latency);
    publisher.scored(window, score, EventFactory.events(window, score, latency));
  }

  private static Latency latency(Pending pending, WindowScore score) {
    DueWindow window = pending.window;
    return new Latency(
        Math.max(0, window.arrivedMs() - window.capturedMs()),
        Math.max(0, pending.dueMs - window.arrivedMs()),
        ms(score.begunNanos() - pending.dueNanos),
        Math.round(score.scoringMs()),
        ms(System.nanoTime() - score.endedNanos()));
  }

  /** The last window of a leg waits for the leg's end, which would look like slowness. */
  private void observe(DueWindow window, WindowScore score, Latency latency) {
    if (window.trigger() != Trigger.LEG_ENDED) {
      metrics.stage("ingest", (double) latency.ingest());
      metrics.stage("order", (double) latency.order());
      metrics.stage("queue", (double) latency.queue());
      metrics.stage("publish", (double) latency.publish());
      metrics.latency(
          (double) (latency.order() + latency.queue() + latency.score() + latency.publish()));
      if (!score.unanswered()) {
        metrics.stage("score", score.scoringMs());
      }
    }
  }

  private static long ms(long nanos) {
    return Math.max(0, Math.round(nanos / 1e6));
  }

  private static WindowRequest request(DueWindow window) {
    return new WindowRequest(
        window.leg().frontEnd(), window.leg().voice(), window.endFrame(), window.frames());
  }

  /** Forgets the windows; their legs' state says that they are to be scored again. */
  @Override
  public void close() {
    due.clear();
    waiting.clear();
    oldest.close();
  }
}
