package org.emotionmonitor.app.gateway;

import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.gateway.board.Attention;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Latency;
import org.emotionmonitor.app.gateway.board.ModelRef;
import org.emotionmonitor.app.gateway.board.Quality;
import org.emotionmonitor.app.gateway.board.Question;
import org.emotionmonitor.app.gateway.board.Span;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.core.domain.LegKey;

/** Updates for tests. */
public final class Sample {
  public static final ModelRef MODEL = new ModelRef("sample", "1.2.0", "0123456789ab");

  private Sample() {}

  public static LegKey leg(String callId, String legId) {
    return new LegKey(callId, legId);
  }

  public static Update.State started(LegKey leg, long nowMs) {
    return state(leg, nowMs, false, Map.of());
  }

  public static Update.State ended(LegKey leg, long nowMs) {
    return state(leg, nowMs, true, Map.of());
  }

  /** A live leg of a call that {@code agentId} handles. */
  public static Update.State stateOf(LegKey leg, long nowMs, String agentId) {
    return state(leg, nowMs, false, agentId, "billing", Map.of());
  }

  public static Update.State state(
      LegKey leg, long nowMs, boolean ended, Map<String, String> attributes) {
    return state(leg, nowMs, ended, "agent-7", "billing", attributes);
  }

  public static Update.State state(
      LegKey leg,
      long nowMs,
      boolean ended,
      String agentId,
      String queue,
      Map<String, String> attributes) {
    return new Update.State(
        leg,
        nowMs,
        role(leg),
        ended,
        agentId,
        queue,
        "en",
        "2026-11-22T10:00:00Z",
        ended ? "2026-11-22T10:01:00Z" : null,
        ended ? 60_000 : 0,
        ended ? 60 : 0,
        Map.of("received", 600L, "duplicate", 0L, "late", 0L, "lost", 0L),
        attributes,
        null);
  }

  public static Update.Decision dropped(LegKey leg, long nowMs) {
    return new Update.Decision(
        leg, nowMs, role(leg), false, "role agent is not analysed", "eu", "agent-7", "billing");
  }

  /** An alert on {@code leg}, which is a call of agent-7 in the queue billing. */
  public static Update.Alert alert(LegKey leg, long nowMs, String state) {
    return alert(leg, nowMs, state, 1000);
  }

  /** One that began at {@code startMs} of the leg's audio. */
  public static Update.Alert alert(LegKey leg, long nowMs, String state, long startMs) {
    String id = leg + "/1700000000000/unfriendly/" + startMs;
    return new Update.Alert(
        id,
        leg,
        nowMs,
        state,
        "warning",
        role(leg),
        "agent-7",
        "billing",
        leg.toString(),
        ("{\"alertId\":\"%s\",\"rule\":\"unfriendly\",\"severity\":\"warning\",\"state\":\"%s\","
                + "\"callId\":\"%s\",\"legId\":\"%s\",\"role\":\"%s\",\"message\":\"unfriendly\"}")
            .formatted(id, state, leg.callId(), leg.legId(), role(leg)));
  }

  /** The emotion event alone of the window that ends at {@code endMs}. */
  public static Update.Window emotion(LegKey leg, long nowMs, long endMs, float... p) {
    return window(leg, nowMs, endMs, Question.EMOTION, p);
  }

  /** The three events of the window that ends at {@code endMs}. */
  public static List<Update> scored(LegKey leg, long nowMs, long endMs, float... emotion) {
    return List.of(
        window(leg, nowMs, endMs, Question.EMOTION, emotion),
        window(leg, nowMs, endMs, Question.RATE, 0.2f, 0.7f, 0.1f),
        window(leg, nowMs, endMs, Question.VOLUME, 0.1f, 0.6f, 0.3f));
  }

  /** The three events of a window without speech. */
  public static List<Update> abstained(LegKey leg, long nowMs, long endMs) {
    return List.of(
        window(leg, nowMs, endMs, Question.EMOTION),
        window(leg, nowMs, endMs, Question.RATE),
        window(leg, nowMs, endMs, Question.VOLUME));
  }

  public static Update.Window window(
      LegKey leg, long nowMs, long endMs, Question question, float... p) {
    int best = 0;
    for (int i = 1; i < p.length; i++) {
      best = p[i] > p[best] ? i : best;
    }
    boolean scored = p.length > 0;
    Span span = new Span(Math.max(0, endMs - 6000), endMs, scored ? 4200 : 100);
    return new Update.Window(
        leg,
        nowMs,
        question,
        role(leg),
        span,
        new Judgement(scored ? question.labels().get(best) : null, scored ? p[best] : Float.NaN, p),
        scored ? null : "no_speech",
        scored && question == Question.EMOTION ? new Attention(span, 100, weights(endMs)) : null,
        new Quality(0f, 0f, 3_630f, 24.5f),
        question == Question.RATE && scored ? 4.25f : Float.NaN,
        question == Question.VOLUME && scored ? -24.5f : Float.NaN,
        MODEL,
        new Latency(120, 40, 25),
        java.time.Instant.ofEpochMilli(nowMs).toString());
  }

  /** Sixty weights with two bumps, somewhere else for each window. */
  private static String weights(long endMs) {
    StringBuilder text = new StringBuilder("[");
    double at = 10 + (endMs / 1000 * 7) % 40;
    for (int i = 0; i < 60; i++) {
      double w =
          0.004
              + 0.05 * Math.exp(-Math.pow((i - at) / 4, 2))
              + 0.03 * Math.exp(-Math.pow((i - at - 15) / 3, 2));
      text.append(i == 0 ? "" : ",").append(Math.round(w * 1e4) / 1e4);
    }
    return text.append(']').toString();
  }

  private static String role(LegKey leg) {
    return leg.legId().startsWith("agent") ? "agent" : "customer";
  }
}
