package org.emotionmonitor.app.topology;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotionmonitor.app.alerts.AlertEngine;
import org.emotionmonitor.app.alerts.LegAlerts;
import org.emotionmonitor.app.alerts.ScoredWindow;
import org.emotionmonitor.app.alerts.Step;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.domain.WindowEvent;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.app.summary.Hop;
import org.emotionmonitor.app.summary.LegPart;
import org.emotionmonitor.app.summary.Tally;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.LegPipeline;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.app.topology.leg.WindowSpeech;
import org.emotionmonitor.core.frontend.Windows;

/** Hears what happens to the legs that are analysed, and publishes their alerts and summaries. */
final class LegWatch {

  private final AlertEngine engine;
  private final long everyMs;
  private final WatchStore store;
  private final Outputs outputs;

  /**
   * @param everyMs audio between two summaries of a live leg
   */
  LegWatch(AlertEngine engine, long everyMs, WatchStore store, Outputs outputs) {
    this.engine = engine;
    this.everyMs = everyMs;
    this.store = store;
    this.outputs = outputs;
  }

  /** A leg that is analysed has begun. */
  void started(LegPipeline leg, long atMs) {
    StartRecord start = leg.start();
    WatchState state = WatchState.begin(start.startedAt().toEpochMilli(), start.consent());
    publish(leg, state, LegState.LIVE, atMs);
  }

  /**
   * A window has been scored; they come in order.
   *
   * @param events null if they are not published, for want of speech
   */
  void scored(DueWindow window, WindowScore score, WindowEvents events) {
    LegPipeline leg = window.leg();
    WindowSpeech speech = WindowSpeech.of(window, score);
    WatchState state = state(leg.start());
    Instant at = Instant.ofEpochMilli(window.capturedMs());
    Step step =
        countsForAlerts(window)
            ? engine.window(
                state.alerts(),
                leg.start(),
                scoredWindow(window, speech, score.model(), events, at))
            : new Step(state.alerts(), List.of());
    Hop hop = hop(window, speech, events, state.tally().endMs());
    Tally tally = state.tally().with(hop);
    for (Alert alert : step.changes()) {
      outputs.alert(alert, at);
      tally = tally.with(alert);
    }
    WatchState next =
        state
            .with(step.state())
            .with(tally)
            .with(
                state
                    .talk()
                    .with(
                        hop.endMs(),
                        window.capturedMs(),
                        hop.endMs() - hop.fromMs(),
                        speech.speech(),
                        speech.frames()));
    if (!step.changes().isEmpty() || hop.endMs() - state.publishedMs() >= everyMs) {
      publish(leg, next, LegState.LIVE, window.capturedMs());
    } else {
      store.put(leg.start().key().toString(), next);
    }
  }

  /** A window was left out, because scoring could not keep up. */
  void skipped(DueWindow window) {
    StartRecord start = window.leg().start();
    WatchState state = state(start);
    store.put(start.key().toString(), state.with(state.tally().withSkipped()));
  }

  /**
   * The rules count windows a hop apart. One that comes in between, as speech has ended, shares
   * nearly all its audio with the next.
   */
  private static boolean countsForAlerts(DueWindow window) {
    return window.trigger() != Trigger.SPEECH_ENDED;
  }

  /** The leg is over: its last windows have been scored. */
  void ended(LegPipeline leg, long endedMs) {
    if (!isKnown(leg)) {
      return;
    }
    WatchState state = resolved(leg.start(), endedMs, ResolvedBecause.LEG_ENDED);
    publish(leg, state, LegState.ENDED, endedMs);
    store.delete(leg.start().key().toString());
  }

  /** The party has said something else about being analysed. */
  void consent(LegPipeline leg, Consent consent, boolean analysed, long atMs) {
    if (!analysed && !isKnown(leg)) {
      return;
    }
    WatchState state =
        analysed
            ? state(leg.start())
            : resolved(leg.start(), atMs, ResolvedBecause.CONSENT_WITHDRAWN);
    publish(leg, state.with(consent), LegState.LIVE, atMs);
  }

  /** Resolves the alerts of legs that are not among those that came back after a restart. */
  void forgetOthers(Set<String> live, long nowMs) {
    for (String leg : store.legs()) {
      if (!live.contains(leg)) {
        Instant now = Instant.ofEpochMilli(nowMs);
        AlertEngine.lost(store.get(leg).alerts(), now).forEach(a -> outputs.alert(a, now));
        store.delete(leg);
      }
    }
  }

  private WatchState resolved(StartRecord start, long atMs, ResolvedBecause why) {
    WatchState state = state(start);
    Instant at = Instant.ofEpochMilli(atMs);
    List<Alert> changes = engine.end(state.alerts(), start, at, why);
    Tally tally = state.tally();
    for (Alert alert : changes) {
      outputs.alert(alert, at);
      tally = tally.with(alert);
    }
    return state.with(LegAlerts.NONE).with(tally);
  }

  private void publish(LegPipeline leg, WatchState state, LegState live, long atMs) {
    StartRecord start = leg.start();
    boolean ended = live == LegState.ENDED;
    LegSummary summary =
        LegSummary.of(
            start,
            state.consent(),
            live,
            ended ? Instant.ofEpochMilli(atMs) : null,
            leg.audioMs(),
            leg.progress().windows(),
            leg.counts(),
            state.tally().totals(leg.audioMs()));
    outputs.summary(summary, atMs);
    outputs.part(new LegPart(summary, state.talk().toMs(), state.talk().spans()), atMs);
    if (!ended) {
      store.put(start.key().toString(), state.published(leg.audioMs()));
    }
  }

  /** A leg whose party never agreed has no summary. */
  private boolean isKnown(LegPipeline leg) {
    return store.get(leg.start().key().toString()) != null;
  }

  private WatchState state(StartRecord start) {
    WatchState state = store.get(start.key().toString());
    return state == null
        ? WatchState.begin(start.startedAt().toEpochMilli(), start.consent())
        : state;
  }

  private static ScoredWindow scoredWindow(
      DueWindow window, WindowSpeech speech, ModelRef model, WindowEvents events, Instant at) {
    Map<EventKind, Map<String, Float>> probabilities = new EnumMap<>(EventKind.class);
    if (events != null && events.emotion().judgement().probabilities() != null) {
      for (WindowEvent event : List.of(events.emotion(), events.rate(), events.volume())) {
        probabilities.put(event.kind(), event.judgement().probabilities());
      }
    }
    return new ScoredWindow(
        Windows.startMs(window.endFrame(), window.frames()),
        Windows.endMs(window.endFrame()),
        at,
        model,
        speech::ms,
        probabilities);
  }

  private static Hop hop(
      DueWindow window, WindowSpeech speech, WindowEvents events, long formerEndMs) {
    long endMs = Windows.endMs(window.endFrame());
    long startMs = Windows.startMs(window.endFrame(), window.frames());
    return new Hop(
        formerEndMs,
        endMs,
        speech.ms(Math.max(startMs, formerEndMs), endMs),
        events == null ? null : events.emotion().judgement().label(),
        events == null ? null : events.rate().judgement().label(),
        events == null ? null : events.volume().judgement().label());
  }
}
