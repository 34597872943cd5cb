package org.emotionmonitor.app.gateway.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The calls that the gateway shows, filled from the result topics. The same updates in any order
 * across topics, or more than once, lead to the same board; so a restarted gateway shows what it
 * showed before. Not thread-safe: used by the gateway's event loop alone.
 */
public final class CallBoard {
  private final BoardLimits limits;
  private final Clock clock;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Alerts alerts;
  private final Erasures erasures = new Erasures();
  private final List<BoardListener> listeners = new ArrayList<>();
  private ModelRef model;
  private long refused;

  public CallBoard(BoardLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.alerts = new Alerts(limits.keepEnded());
  }

  /** {@code listener} is told of each change from now on. */
  public void listen(BoardListener listener) {
    listeners.add(listener);
  }

  /** Takes one update in. One that is too old to be shown, or is over a limit, is not. */
  public void apply(Update update) {
    if (update instanceof Update.Erased erased) {
      if (erasures.note(erased)) {
        erase(erased.callId());
      }
    } else if (erasures.cover(update)) {
      return;
    } else if (update instanceof Update.Alert alert) {
      if (alerts.put(alert, clock.millis())) {
        listeners.forEach(l -> l.alertChanged(alert));
      }
    } else if (update instanceof Update.OfLeg ofLeg) {
      applyToLeg(ofLeg);
    } else if (update instanceof Update.CallTotals totals) {
      call(totals.callId())
          .ifPresent(
              call -> {
                call.totals(totals.totals());
                listeners.forEach(l -> l.callChanged(call));
              });
    }
  }

  private void erase(String callId) {
    alerts.forget(callId);
    call(callId).ifPresent(this::remove);
    listeners.forEach(l -> l.callErased(callId));
  }

  private void applyToLeg(Update.OfLeg update) {
    Call call = calls.get(update.callId());
    if (call == null) {
      if (tooOld(update) || !makeRoom()) {
        return;
      }
      call = new Call(update.callId());
      calls.put(call.id(), call);
    }
    boolean known = call.legs().stream().anyMatch(l -> l.key().equals(update.leg()));
    if (!known && call.legs().size() >= limits.maxLegsPerCall()) {
      refused++;
      return;
    }
    Leg leg = call.leg(update.leg());
    ModelRef before = leg.model();
    Point point = leg.apply(update, limits.pointsPerLeg());
    if (leg.model() != null) {
      model = leg.model();
    }
    for (BoardListener listener : listeners) {
      if (point == null || !known || !Objects.equals(before, leg.model())) {
        listener.legChanged(leg);
      }
      if (point != null) {
        listener.pointChanged(leg, point);
      }
    }
  }

  private boolean tooOld(Update update) {
    long age = clock.millis() - update.timestampMs();
    boolean ended = update instanceof Update.State s && s.ended();
    return age > (ended ? limits.keepEnded() : limits.keepIdle()).toMillis();
  }

  private boolean makeRoom() {
    if (calls.size() < limits.maxCalls()) {
      return true;
    }
    Optional<Call> oldest =
        calls.values().stream().filter(Call::ended).min(Comparator.comparing(Call::lastSeenMs));
    if (oldest.isEmpty()) {
      refused++;
      return false;
    }
    remove(oldest.get());
    return true;
  }

  /** Drops the calls that have been over, or silent, for too long. To be called now and then. */
  public void sweep() {
    long now = clock.millis();
    alerts.sweep(now);
    erasures.sweep(now);
    for (Call call : new ArrayList<>(calls.values())) {
      var keep = call.ended() ? limits.keepEnded() : limits.keepIdle();
      if (now - call.lastSeenMs() > keep.toMillis()) {
        remove(call);
      }
    }
  }

  private void remove(Call call) {
    calls.remove(call.id());
    listeners.forEach(l -> l.callGone(call));
  }

  /** The calls held, in the order in which they were first seen. */
  public Collection<Call> calls() {
    return Collections.unmodifiableCollection(calls.values());
  }

  public Optional<Call> call(String callId) {
    return Optional.ofNullable(calls.get(callId));
  }

  /** The alerts held: those that are open, and those resolved lately; oldest first. */
  public Collection<Update.Alert> alerts() {
    return alerts.all();
  }

  public Optional<Update.Alert> alert(String alertId) {
    return alerts.get(alertId);
  }

  /** The model that scored the newest window seen, or null. */
  public ModelRef model() {
    return model;
  }

  /** Updates not shown because of a limit, since the start. */
  public long refused() {
    return refused;
  }
}
