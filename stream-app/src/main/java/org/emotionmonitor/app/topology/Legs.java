package org.emotionmonitor.app.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.policy.Policy;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.DueWindows;
import org.emotionmonitor.app.topology.leg.LegTiming;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The legs of a task: how they begin, end, and come back after a restart. */
final class Legs {

  private static final Logger LOG = LoggerFactory.getLogger(Legs.class);

  private final Map<String, TrackedLeg> legs = new HashMap<>();
  private final LegTiming timing;
  private final VoiceActivity.Factory voices;
  private final Policy policy;
  private final LegStore store;
  private final Outputs outputs;
  private final Metrics metrics;
  private final DueWindows due;

  Legs(
      LegTiming timing,
      VoiceActivity.Factory voices,
      Policy policy,
      LegStore store,
      Outputs outputs,
      Metrics metrics,
      DueWindows due) {
    this.timing = timing;
    this.voices = voices;
    this.policy = policy;
    this.store = store;
    this.outputs = outputs;
    this.metrics = metrics;
    this.due = due;
  }

  /** The leg of that key; null if it is not live. */
  TrackedLeg get(String key) {
    return legs.get(key);
  }

  /** Begins a leg; one of the same name that is live is ended first, unless it is this one. */
  void start(StartRecord start, byte[] json, long capturedMs, long nowMs) {
    String key = start.key().toString();
    long startedMs = start.startedAt().toEpochMilli();
    TrackedLeg former = legs.get(key);
    if (former != null && former.startedMs() == startedMs) {
      LOG.info("leg {} was started twice; the second start record is ignored", key);
      metrics.leg("duplicate_start");
      return;
    }
    end(key, capturedMs, nowMs, "restarted");
    AuditRecord audit = policy.decide(start, Instant.ofEpochMilli(capturedMs));
    outputs.audit(audit, start);
    if (audit.decision() == Decision.DROP) {
      metrics.leg("dropped");
      legs.put(key, new DroppedLeg(startedMs, nowMs));
      store.put(key, LegMeta.dropped(startedMs));
    } else {
      metrics.leg("started");
      LiveLeg leg = live(start, json, 0, nowMs);
      leg.save();
      outputs.summary(LegSummary.live(start), capturedMs);
    }
  }

  /** Ends the leg of that key, if it is live: its last windows are scored before this returns. */
  void end(String key, long endedMs, long nowMs, String why) {
    if (legs.get(key) instanceof LiveLeg leg) {
      leg.pipeline().end(leg.newestCaptureMs(), nowMs);
      due.score();
      outputs.summary(summary(leg, endedMs), endedMs);
      metrics.leg(why);
      metrics.legsLive(-1);
    }
    if (legs.remove(key) != null) {
      store.delete(key);
    }
  }

  /** Ends the legs that have been silent for too long. */
  void endIdle(long idleMs, long nowMs) {
    List<String> idle = new ArrayList<>();
    legs.forEach(
        (key, leg) -> {
          if (leg.idleMs(nowMs) >= idleMs) {
            idle.add(key);
          }
        });
    for (String key : idle) {
      LOG.info("leg {} has been silent for {} ms and is taken for ended", key, idleMs);
      long endedMs = legs.get(key) instanceof LiveLeg leg ? leg.newestCaptureMs() : 0;
      end(key, endedMs, nowMs, "idle");
    }
  }

  /** Publishes the events of a window, and notes in the same transaction that it was scored. */
  void publish(DueWindow window, WindowEvents events) {
    StartRecord start = window.leg().start();
    if (events != null) {
      outputs.window(events, start);
    }
    if (legs.get(start.key().toString()) instanceof LiveLeg leg) {
      leg.scored();
      leg.save();
    }
  }

  /** Brings back the legs that are in the store. */
  void restore(long nowMs) {
    store.legs().forEach((key, meta) -> restore(key, meta, nowMs));
    if (!legs.isEmpty()) {
      LOG.info("{} legs rebuilt, {} windows due", legs.size(), due.size());
    }
  }

  /** Forgets the legs in memory; they stay in the store. */
  void close() {
    legs.values().forEach(leg -> metrics.legsLive(leg instanceof LiveLeg ? -1 : 0));
    legs.clear();
  }

  private void restore(String key, LegMeta meta, long nowMs) {
    if (!meta.analysed()) {
      legs.put(key, new DroppedLeg(meta.startedMs(), nowMs));
      return;
    }
    try {
      StartRecord start = StartRecord.parse(meta.start());
      live(start, meta.start(), meta.slots(), nowMs).restore(meta, nowMs);
    } catch (IllegalArgumentException e) {
      LOG.error("leg {} cannot be rebuilt and is given up: {}", key, e.getMessage());
      metrics.windowsLost("leg_not_rebuilt");
      store.delete(key);
    }
  }

  private LiveLeg live(StartRecord start, byte[] json, int slots, long nowMs) {
    LiveLeg leg = new LiveLeg(start, json, slots, timing, voices, store, due, metrics, nowMs);
    legs.put(start.key().toString(), leg);
    metrics.legsLive(1);
    return leg;
  }

  private static LegSummary summary(LiveLeg leg, long endedMs) {
    return LegSummary.ended(
        leg.pipeline().start(),
        Instant.ofEpochMilli(endedMs),
        leg.pipeline().audioMs(),
        leg.pipeline().progress().windows(),
        leg.pipeline().counts(),
        LegTotals.NONE);
  }
}
