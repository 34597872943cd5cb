package org.emotionmonitor.app.gateway.board;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/** One party of a call: its state, what policy decided, and its newest points. */
public final class Leg {
  private final LegKey key;
  private final TreeMap<Long, Point> points = new TreeMap<>();
  private String role = Role.UNKNOWN.label();
  private Update.State state;
  private Update.Decision decision;
  private Attention attention;
  private ModelRef model;
  private long lastSeenMs;

  Leg(LegKey key) {
    this.key = key;
  }

  /**
   * Takes {@code update} in; returns the point it changed, or null if it changed the leg itself.
   */
  Point apply(Update.OfLeg update, int maxPoints) {
    lastSeenMs = Math.max(lastSeenMs, update.timestampMs());
    if (update instanceof Update.Window window) {
      return applyWindow(window, maxPoints);
    }
    if (update instanceof Update.State s) {
      // Topics are read in parallel and again after a restart: an end is never undone by a start.
      if (state == null || s.ended() || !state.ended()) {
        state = s;
      }
      role = s.role();
    } else if (update instanceof Update.Decision d) {
      decision = d;
      role = d.role();
    }
    return null;
  }

  private Point applyWindow(Update.Window w, int maxPoints) {
    role = w.role();
    if (w.model() != null) {
      model = w.model();
    }
    if (w.attention() != null
        && (attention == null || attention.window().endMs() <= w.span().endMs())) {
      attention = w.attention();
    }
    Point point = points.merge(w.span().endMs(), Point.of(w), (before, ignored) -> before.with(w));
    while (points.size() > maxPoints) {
      points.pollFirstEntry();
    }
    return point;
  }

  public LegKey key() {
    return key;
  }

  /** Who speaks, by label. */
  public String role() {
    return role;
  }

  /** The leg's latest summary, or null if none has come yet. */
  public Update.State state() {
    return state;
  }

  /** What policy decided, or null if that is not known yet. */
  public Update.Decision decision() {
    return decision;
  }

  /** Where the model listened in the newest scored window, or null. */
  public Attention attention() {
    return attention;
  }

  /** The model of the newest window, or null. */
  public ModelRef model() {
    return model;
  }

  /** Points, oldest first. */
  public Collection<Point> points() {
    return Collections.unmodifiableCollection(points.values());
  }

  /** The newest point, or null. */
  public Point newest() {
    return points.isEmpty() ? null : points.lastEntry().getValue();
  }

  /** The agent who handles the call, or null. */
  public String agentId() {
    return state != null ? state.agentId() : decision == null ? null : decision.agentId();
  }

  /** The queue the call came through, or null. */
  public String queue() {
    return state != null ? state.queue() : decision == null ? null : decision.queue();
  }

  /** Whether policy keeps this leg from being analysed. */
  public boolean dropped() {
    return decision != null && !decision.analysed();
  }

  /** Whether the leg has said that it ended. */
  public boolean ended() {
    return state != null && state.ended();
  }

  /** Time of the newest record about this leg, epoch milliseconds. */
  public long lastSeenMs() {
    return lastSeenMs;
  }
}
