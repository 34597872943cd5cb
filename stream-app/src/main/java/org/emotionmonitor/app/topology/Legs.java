package org.emotionmonitor.app.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.ConsentRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.policy.Policy;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.DueWindows;
import org.emotionmonitor.app.topology.leg.LegTiming;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The legs of a task: how they begin, end, and come back after a restart. */
final class Legs {

  private static final Logger LOG = LoggerFactory.getLogger(Legs.class);

  private final Map<String, TrackedLeg> legs = new HashMap<>();
  private final LegTiming timing;
  private final long maxLagMs;
  private final VoiceActivity.Factory voices;
  private final Policy policy;
  private final LegStore store;
  private final Outputs outputs;
  private final Metrics metrics;
  private final DueWindows due;
  private final LegWatch watch;
  private final IdleClock clock;
  private final LogBudget repeated = new LogBudget(Outputs.LINES_PER_MINUTE);

  Legs(
      LegTiming timing,
      long maxLagMs,
      VoiceActivity.Factory voices,
      Policy policy,
      LegStore store,
      Outputs outputs,
      Metrics metrics,
      DueWindows due,
      LegWatch watch,
      IdleClock clock) {
    this.timing = timing;
    this.maxLagMs = maxLagMs;
    this.voices = voices;
    this.policy = policy;
    this.store = store;
    this.outputs = outputs;
    this.metrics = metrics;
    this.due = due;
    this.watch = watch;
    this.clock = clock;
  }

  /** The live leg or stream whose records come with that key; null if there is none. */
  TrackedLeg fedBy(String key) {
    TrackedLeg leg = legs.get(key);
    return leg == null || leg.isChannel() ? null : leg;
  }

  /** A record of a leg has been read, of that capture time. */
  void heard(TrackedLeg leg, long capturedMs) {
    clock.heard(leg, capturedMs);
  }

  /** A leg of a stereo stream. */
  TrackedLeg channel(SplitLeg stream, int channel) {
    return legs.get(stream.channels().get(channel));
  }

  /** Begins a leg; one of the same name that is live is ended first, unless it is this one. */
  void start(StartRecord start, byte[] json, long capturedMs, long nowMs) {
    String key = start.key().toString();
    TrackedLeg former = legs.get(key);
    if (former != null && former.startedMs() == start.startedAt().toEpochMilli()) {
      if (repeated.admits()) {
        LOG.info("leg {} was started twice; the second start record is ignored", key);
      }
      metrics.leg("duplicate_start");
      return;
    }
    end(key, capturedMs, nowMs, "restarted");
    if (start.channels().isEmpty()) {
      begin(start, json, capturedMs);
      return;
    }
    SplitLeg stream = new SplitLeg(start, json);
    for (int i = 0; i < stream.channels().size(); i++) {
      StartRecord channel = start.channel(i);
      end(stream.channels().get(i), capturedMs, nowMs, "restarted");
      begin(channel, Json.bytes(channel), capturedMs);
    }
    keep(stream);
  }

  private void begin(StartRecord start, byte[] json, long capturedMs) {
    AuditRecord audit = policy.decide(start, Instant.ofEpochMilli(capturedMs));
    outputs.audit(audit, start);
    if (audit.decision() == Decision.DROP && policy.asksForConsent(start)) {
      metrics.leg("dropped");
      live(start, json, 0).withhold();
    } else if (audit.decision() == Decision.DROP) {
      metrics.leg("dropped");
      long startedMs = start.startedAt().toEpochMilli();
      keep(new DroppedLeg(start.key(), start.audioKey(), startedMs));
    } else {
      metrics.leg("started");
      LiveLeg leg = live(start, json, 0);
      leg.save();
      watch.started(leg.pipeline(), capturedMs);
    }
  }

  /** A party has said something about being analysed, which holds from here on. */
  void consent(TrackedLeg told, ConsentRecord consent, long atMs) {
    if (told instanceof SplitLeg stream) {
      stream.channels().forEach(channel -> consent(legs.get(channel), consent, atMs));
    } else if (told instanceof LiveLeg leg && isAbout(consent, leg)) {
      StartRecord start = leg.pipeline().start();
      AuditRecord audit = policy.decide(start, consent.consent(), Instant.ofEpochMilli(atMs));
      outputs.audit(audit, start);
      boolean analyse = audit.decision() == Decision.ANALYSE;
      if (analyse == leg.isWithheld()) {
        metrics.leg(analyse ? "consented" : "withdrawn");
        if (analyse) {
          leg.release();
        } else {
          leg.withhold();
        }
      }
      watch.consent(leg.pipeline(), consent.consent(), analyse, atMs);
    }
  }

  private static boolean isAbout(ConsentRecord consent, LiveLeg leg) {
    return consent.legId() == null || consent.legId().equals(leg.pipeline().start().legId());
  }

  /** Stops the leg's audio clock; a leg that is paused stays so. */
  void pause(TrackedLeg leg, long atMs) {
    if (!leg.pause().goesOn()) {
      metrics.leg("paused");
      pauses(leg, Pause.begin(atMs));
    }
  }

  /** Lets the leg's audio clock go on; one that is not paused goes on as it did. */
  void resume(TrackedLeg leg, long atMs) {
    if (leg.pause().goesOn()) {
      metrics.leg("resumed");
      pauses(leg, leg.pause().end(atMs));
    }
  }

  private void pauses(TrackedLeg leg, Pause pause) {
    leg.pause(pause);
    store.put(leg.key(), leg.meta());
    if (leg instanceof SplitLeg stream) {
      stream.channels().forEach(channel -> pauses(legs.get(channel), pause));
    }
  }

  /** Ends the leg of that key, if it is live: its last windows are scored before this returns. */
  void end(String key, long endedMs, long nowMs, String why) {
    TrackedLeg ending = legs.get(key);
    if (ending != null && ending.isChannel() && legs.containsKey(ending.audioKey())) {
      // Another stream takes the name over; this one could not go on with one leg.
      end(ending.audioKey(), endedMs, nowMs, why);
      return;
    }
    if (ending instanceof LiveLeg leg) {
      if (!leg.isWithheld()) {
        leg.pipeline().end(leg.newestCaptureMs(), nowMs);
        due.score();
      }
      watch.ended(leg.pipeline(), endedMs);
      metrics.leg(why);
      leg.forgotten();
    }
    if (legs.remove(key) != null) {
      store.delete(key);
    }
    if (ending instanceof SplitLeg stream) {
      stream.channels().forEach(channel -> end(channel, endedMs, nowMs, why));
    }
  }

  /** Ends the legs that have been silent for too long: paused ones may be for longer. */
  void endIdle(long idleMs, long pausedMs, long nowMs) {
    clock.tick(nowMs);
    List<TrackedLeg> idle = new ArrayList<>();
    for (TrackedLeg leg : legs.values()) {
      boolean withItsStream = leg.isChannel() && legs.containsKey(leg.audioKey());
      long limit = leg.pause().goesOn() ? pausedMs : idleMs;
      if (!withItsStream && leg.idleMs(clock.ms()) >= limit) {
        idle.add(leg);
      }
    }
    for (TrackedLeg leg : idle) {
      LOG.info("leg {} has been silent for {} ms: ended", leg.key(), leg.idleMs(clock.ms()));
      end(leg.key(), newestCaptureMs(leg), nowMs, "idle");
    }
  }

  private long newestCaptureMs(TrackedLeg leg) {
    if (leg instanceof SplitLeg stream) {
      return Math.max(newestCaptureMs(channel(stream, 0)), newestCaptureMs(channel(stream, 1)));
    }
    return leg instanceof LiveLeg live ? live.newestCaptureMs() : 0;
  }

  /**
   * Publishes the events of a window, and notes in the same transaction that it is done with.
   *
   * @param score null if it was skipped
   * @param events null if there is nothing to publish
   */
  void publish(DueWindow window, WindowScore score, WindowEvents events) {
    StartRecord start = window.leg().start();
    if (events != null) {
      outputs.window(events, start);
    }
    if (score == null) {
      watch.skipped(window);
    } else {
      watch.scored(window, score, events);
    }
    if (legs.get(start.key().toString()) instanceof LiveLeg leg) {
      leg.changed();
      leg.save();
    }
  }

  /** Brings back the legs that are in the store. */
  void restore(long nowMs) {
    long begin = System.nanoTime();
    store.legs().forEach((key, meta) -> restore(key, meta, nowMs));
    if (!legs.isEmpty()) {
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      LOG.info("{} legs rebuilt in {} ms, {} windows due", legs.size(), tookMs, due.size());
    }
  }

  /** Resolves what is left of the alerts of legs that did not come back. */
  void forgetLost(long nowMs) {
    watch.forgetOthers(legs.keySet(), nowMs);
  }

  /** Forgets the legs in memory; they stay in the store. */
  void close() {
    for (TrackedLeg leg : legs.values()) {
      if (leg instanceof LiveLeg live) {
        live.forgotten();
      }
    }
    legs.clear();
    due.close();
  }

  private void restore(String key, LegMeta meta, long nowMs) {
    try {
      switch (meta.kind()) {
        case LIVE, WITHHELD -> {
          StartRecord start = StartRecord.parse(meta.start());
          live(start, meta.start(), meta.slots()).restore(meta, nowMs);
        }
        case SPLIT -> {
          SplitLeg stream = new SplitLeg(StartRecord.parse(meta.start()), meta.start());
          stream.pause(meta.pause());
          add(stream);
        }
        case DROPPED -> {
          LegKey audioKey = LegKey.parse(new String(meta.start(), StandardCharsets.UTF_8));
          DroppedLeg leg = new DroppedLeg(LegKey.parse(key), audioKey, meta.startedMs());
          leg.pause(meta.pause());
          add(leg);
        }
      }
    } catch (IllegalArgumentException e) {
      LOG.error("leg {} cannot be rebuilt and is given up: {}", key, e.getMessage());
      metrics.windowsLost("leg_not_rebuilt");
      store.delete(key);
    }
  }

  private void keep(TrackedLeg leg) {
    add(leg);
    store.put(leg.key(), leg.meta());
  }

  private void add(TrackedLeg leg) {
    legs.put(leg.key(), leg);
    leg.begins(clock.ms(), clock.audioMs());
  }

  private LiveLeg live(StartRecord start, byte[] json, int slots) {
    LiveLeg leg = new LiveLeg(start, json, slots, timing, maxLagMs, voices, store, due, metrics);
    add(leg);
    metrics.legsLive(1);
    return leg;
  }
}
