package org.emotionmonitor.app.topology.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.emotionmonitor.app.domain.Latency;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.WindowRequest;
import org.emotionmonitor.app.scoring.WindowScore;

/**
 * The windows of many legs that are due, in the order in which they fell due. They are scored
 * together, and published in that order.
 */
public final class DueWindows {

  /** Takes the events of a window; called in the order of the windows. */
  public interface Publisher {

    /**
     * A window has been scored.
     *
     * @param events null if there is nothing to publish
     */
    void scored(DueWindow window, WindowScore score, WindowEvents events);
  }

  private final ScoringService scoring;
  private final EventFactory events;
  private final Metrics metrics;
  private final LongSupplier wallClockMs;
  private final Publisher publisher;
  private List<DueWindow> due = new ArrayList<>();

  public DueWindows(
      ScoringService scoring, Metrics metrics, LongSupplier wallClockMs, Publisher publisher) {
    this.scoring = scoring;
    this.events = new EventFactory(scoring.model());
    this.metrics = metrics;
    this.wallClockMs = wallClockMs;
    this.publisher = publisher;
  }

  /** Takes a window that has just become complete. */
  public void add(DueWindow window) {
    due.add(window);
  }

  /** Windows that have not been scored. */
  public int size() {
    return due.size();
  }

  /** Scores and publishes all of them. */
  public void score() {
    if (due.isEmpty()) {
      return;
    }
    List<DueWindow> windows = due;
    due = new ArrayList<>();
    long now = wallClockMs.getAsLong();
    List<WindowScore> scores = scoring.score(windows.stream().map(DueWindows::request).toList());
    for (int i = 0; i < windows.size(); i++) {
      finish(windows.get(i), scores.get(i), now);
    }
  }

  private void finish(DueWindow window, WindowScore score, long now) {
    boolean published = !score.abstained() || window.leg().publishesAbstained(window);
    window.leg().scored(window, published);
    if (!published) {
      publisher.scored(window, score, null);
      return;
    }
    Latency latency =
        new Latency(
            window.arrivedMs() - window.capturedMs(),
            now - window.arrivedMs() + Math.round(score.queuedMs()),
            Math.round(score.scoringMs()));
    metrics.window(score.abstained() ? "no_speech" : "scored");
    observe(window, score, latency);
    publisher.scored(window, score, events.events(window, score, latency));
  }

  /** The last window of a leg waits for the leg's end, which would look like slowness. */
  private void observe(DueWindow window, WindowScore score, Latency latency) {
    if (window.trigger() == Trigger.INTERVAL) {
      metrics.stage("ingest", (double) latency.ingest());
      metrics.stage("queue", (double) latency.queue());
      metrics.latency((double) (latency.queue() + latency.score()));
      if (!score.abstained()) {
        metrics.stage("score", score.scoringMs());
      }
    }
  }

  private static WindowRequest request(DueWindow window) {
    return new WindowRequest(
        window.leg().frontEnd(), window.leg().voice(), window.endFrame(), window.frames());
  }
}
