package org.emotionmonitor.app.gateway.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Attention;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.EventHead;
import org.emotionmonitor.app.domain.Judgement;
import org.emotionmonitor.app.domain.Latency;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.Quality;
import org.emotionmonitor.app.domain.RateEvent;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.domain.VolumeEvent;
import org.emotionmonitor.app.domain.Window;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;

/** The topology's records, for tests. */
final class Records {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private Records() {}

  static EmotionEvent emotion(String callId, long endMs) {
    Map<String, Float> p = new LinkedHashMap<>();
    p.put("cheerful", 0.1f);
    p.put("friendly", 0.1f);
    p.put("neutral", 0.1f);
    p.put("sad", 0.6f);
    p.put("unfriendly", 0.1f);
    return new EmotionEvent(
        head(callId, endMs),
        new Judgement("sad", p, 0.6f, null),
        new Attention(100, List.of(0.25f, 0.75f)));
  }

  static EmotionEvent abstained(String callId, long endMs) {
    return new EmotionEvent(head(callId, endMs), Judgement.abstain(Judgement.NO_SPEECH), null);
  }

  static VolumeEvent volume(String callId, long endMs) {
    Map<String, Float> p = Map.of("soft", 0.1f, "medium", 0.2f, "loud", 0.7f);
    return new VolumeEvent(head(callId, endMs), new Judgement("loud", p, 0.7f, null), -23.5f);
  }

  static RateEvent rate(String callId, long endMs) {
    Map<String, Float> p = Map.of("slow", 0.1f, "medium", 0.8f, "fast", 0.1f);
    return new RateEvent(head(callId, endMs), new Judgement("medium", p, 0.8f, null), 4.25f);
  }

  static LegSummary summary(String callId, boolean ended) {
    StartRecord start =
        new StartRecord(
            callId,
            "customer",
            Role.CUSTOMER,
            "agent-7",
            "billing",
            "en",
            Encoding.S16LE,
            16_000,
            100,
            START,
            Consent.GRANTED,
            Map.of("synthetic", "true"));
    return ended
        ? LegSummary.ended(
            start,
            START.plusSeconds(60),
            60_000,
            55,
            new ChunkCounts(600, 0, 0, 0, 0),
            LegTotals.NONE)
        : LegSummary.live(start);
  }

  static AuditRecord dropped(String callId) {
    return new AuditRecord(
        callId,
        "agent",
        Role.AGENT,
        Consent.UNKNOWN,
        Decision.DROP,
        "role agent",
        "eu",
        null,
        START,
        "agent-7",
        "billing");
  }

  private static EventHead head(String callId, long endMs) {
    return new EventHead(
        callId,
        "customer",
        Role.CUSTOMER,
        new Window(Math.max(0, endMs - 6000), endMs, 4200),
        Trigger.INTERVAL,
        false,
        new Quality(1.5, 0.25, 3_630, null),
        new ModelRef("emotion", "1", "0123456789ab"),
        new Latency(120, 0, 40, 25, 5),
        START.plusMillis(endMs));
  }
}
