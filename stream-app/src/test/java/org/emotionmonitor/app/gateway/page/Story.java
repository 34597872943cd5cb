package org.emotionmonitor.app.gateway.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.board.Question;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.core.domain.LegKey;

/**
 * A minute of made-up but lifelike results: moods that drift, pauses without speech. For tests and
 * screenshots only; no model said any of this.
 */
final class Story {
  private final LegKey leg;
  private final float[][] moods;
  private final Random random;
  private final float[] drift = new float[5];
  private String queue = "billing";
  private String agent = "agent-7";
  private Map<String, String> attributes = Map.of("synthetic", "true");

  /**
   * @param moods logits of the five emotions, in the order of the parts of the story
   */
  Story(String callId, long seed, float[]... moods) {
    this(new LegKey(callId, "customer"), seed, moods);
  }

  private Story(LegKey leg, long seed, float[]... moods) {
    this.leg = leg;
    this.moods = moods.clone();
    this.random = new Random(seed);
  }

  /** A complaint that is heard out. */
  static Story complaint(String callId) {
    return complaint(callId, 3);
  }

  static Story complaint(String callId, long seed) {
    return new Story(
        callId,
        seed,
        new float[] {-1.5f, 0.2f, 1.6f, -0.4f, -0.6f},
        new float[] {-2f, -1.2f, 0.6f, 0.4f, 1.9f},
        new float[] {-2.2f, -1.4f, 0.2f, 1.1f, 2.1f},
        new float[] {-2f, -0.8f, 0.8f, 1.8f, 0.1f},
        new float[] {-0.8f, 1.3f, 1.2f, -0.4f, -1.2f});
  }

  /** A booking that goes well. */
  static Story booking(String callId) {
    return booking(callId, 11);
  }

  static Story booking(String callId, long seed) {
    return new Story(
        callId,
        seed,
        new float[] {-0.4f, 1f, 1.4f, -1.6f, -1.8f},
        new float[] {0.6f, 1.8f, 0.6f, -1.8f, -2f},
        new float[] {1.9f, 1.4f, 0.2f, -2f, -2.2f},
        new float[] {0.8f, 1.9f, 0.7f, -1.8f, -2f});
  }

  /** A question asked and answered. */
  static Story question(String callId, long seed) {
    return new Story(
        callId,
        seed,
        new float[] {-1.4f, 0.4f, 2.2f, -0.8f, -1.6f},
        new float[] {-1.6f, 0.9f, 2f, -0.2f, -1.2f});
  }

  /** The same with another queue and agent. */
  Story from(String newQueue, String newAgent) {
    queue = newQueue;
    agent = newAgent;
    return this;
  }

  /** The same with a title. */
  Story titled(String title) {
    attributes = Map.of("synthetic", "true", "title", title);
    return this;
  }

  /** The same voice on the agent's leg of the call. */
  Story asAgent() {
    return new Story(new LegKey(leg.callId(), "agent"), 7, moods).from(queue, agent);
  }

  /** The leg's start where policy lets it be analysed. */
  List<Update> analysed(long nowMs) {
    String role = leg.legId();
    return List.of(
        Sample.state(leg, nowMs, false, agent, queue, attributes),
        new Update.Decision(leg, nowMs, role, true, "role " + role, "eu", agent, queue));
  }

  /** The leg's end with {@code totals}, as JSON. */
  Update end(long nowMs, String totals) {
    Update.State s = Sample.state(leg, nowMs, true, agent, queue, attributes);
    return new Update.State(
        leg,
        nowMs,
        s.role(),
        true,
        agent,
        queue,
        s.language(),
        s.startedAt(),
        s.endedAt(),
        s.audioMs(),
        s.windows(),
        s.chunks(),
        attributes,
        totals);
  }

  /** The leg's start, and that policy dropped the agent's. */
  List<Update> start(long nowMs) {
    LegKey agentLeg = new LegKey(leg.callId(), "agent");
    return List.of(
        Sample.state(leg, nowMs, false, agent, queue, attributes),
        new Update.Decision(leg, nowMs, "customer", true, "role customer", "eu", null, null),
        new Update.Decision(
            agentLeg, nowMs, "agent", false, "role agent is not analysed", "eu", agent, queue));
  }

  /** An alert over the seconds {@code first} to {@code last}; {@code by} has acknowledged it. */
  Update.Alert alert(String state, int first, int last, String by, long nowMs) {
    String id = "%s/0/unfriendly/%d".formatted(leg, first * 1000);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("alertId", id).put("rule", "unfriendly").put("severity", "warning");
    json.put("state", state).put("callId", leg.callId()).put("legId", leg.legId());
    json.put("role", "customer").put("agentId", agent).put("queue", queue);
    json.put("attribute", "emotion").put("label", "unfriendly");
    json.put("startsAt", Instant.ofEpochMilli(nowMs - 1000L * (last - first)).toString());
    json.put("startMs", first * 1000).put("endMs", last * 1000 + 500);
    json.put("probability", 0.78).put("peak", 0.93).put("escalated", false);
    json.put("message", "Unfriendly in %d windows in a row".formatted(last - first + 1));
    ArrayNode windows = json.putArray("windows");
    for (int s = first; s <= last; s++) {
      windows.addObject().put("startMs", s * 1000 - 5500).put("endMs", s * 1000 + 500);
    }
    if (by != null) {
      json.putObject("acknowledged").put("by", by).put("note", "I listen in");
    }
    String key = leg.toString();
    return new Update.Alert(
        id, leg, nowMs, state, "warning", "customer", agent, queue, key, json.toString());
  }

  Update end(long nowMs) {
    return Sample.state(leg, nowMs, true, agent, queue, attributes);
  }

  /** The three events of each second from {@code first} to {@code last} of {@code of}. */
  List<Update> seconds(int first, int last, int of, long nowMs) {
    List<Update> updates = new ArrayList<>();
    for (int s = first; s <= last; s++) {
      long at = nowMs - (last - s) * 1000L;
      updates.addAll(second(s, (double) s / of, at));
    }
    return updates;
  }

  private List<Update> second(int s, double share, long nowMs) {
    long endMs = s * 1000L + 500;
    boolean pause = (s + leg.callId().hashCode() % 23 + 23) % 23 >= 20;
    if (pause) {
      return Sample.abstained(leg, nowMs, endMs);
    }
    double at = Math.min(1, share) * (moods.length - 1);
    int part = Math.min(moods.length - 2, (int) at);
    float mix = (float) (at - part);
    float[] logits = new float[5];
    for (int i = 0; i < 5; i++) {
      drift[i] = 0.7f * drift[i] + 0.45f * (float) random.nextGaussian();
      logits[i] = moods[part][i] * (1 - mix) + moods[part + 1][i] * mix + drift[i];
    }
    float heat = (float) Math.max(0, Math.sin(share * 6));
    return List.of(
        Sample.emotion(leg, nowMs, endMs, softmax(logits)),
        Sample.window(
            leg,
            nowMs,
            endMs,
            Question.RATE,
            softmax(new float[] {0.6f - heat, 1.2f, 2 * heat - 0.5f + 0.6f * drift[0]})),
        Sample.window(
            leg,
            nowMs,
            endMs,
            Question.VOLUME,
            softmax(new float[] {0.4f - heat, 1.5f, 1.9f * heat - 0.3f + 0.6f * drift[4]})));
  }

  private static float[] softmax(float[] logits) {
    float sum = 0;
    float[] p = new float[logits.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = (float) Math.exp(logits[i]);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
