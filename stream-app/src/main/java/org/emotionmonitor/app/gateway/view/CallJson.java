package org.emotionmonitor.app.gateway.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.ModelRef;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Update;

/** Calls and legs as JSON. */
public final class CallJson {
  /** Two minutes at one window a second. */
  private static final int RECENT = 120;

  private CallJson() {}

  /**
   * Writes the array of {@code calls}, each with the legs that {@code viewer} sees.
   *
   * @param recent whether with each leg's recent probabilities
   */
  public static void calls(JsonGenerator out, Collection<Call> calls, Viewer viewer, boolean recent)
      throws IOException {
    out.writeStartArray();
    for (Call call : calls) {
      call(out, call, viewer, recent);
    }
    out.writeEndArray();
  }

  /** Writes one call with the legs that {@code viewer} sees and their newest point. */
  public static void call(JsonGenerator out, Call call, Viewer viewer, boolean recent)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("callId", call.id());
    out.writeStringField("state", call.ended() ? "ended" : "live");
    out.writeFieldName("totals");
    JsonText.raw(out, call.totals());
    out.writeArrayFieldStart("legs");
    for (Leg leg : call.legs()) {
      if (viewer.sees(leg)) {
        leg(out, leg, recent, state(leg, call));
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes one leg with its newest point. */
  public static void leg(JsonGenerator out, Leg leg, boolean recent) throws IOException {
    leg(out, leg, recent, leg.ended() ? "ended" : "live");
  }

  /** A dropped leg says nothing of its end, so it ends with the call. */
  private static String state(Leg leg, Call call) {
    return leg.ended() || call.ended() ? "ended" : "live";
  }

  private static void leg(JsonGenerator out, Leg leg, boolean recent, String state)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("legId", leg.key().legId());
    out.writeStringField("role", leg.role());
    out.writeStringField("state", state);
    out.writeFieldName("policy");
    policy(out, leg.decision());
    state(out, leg);
    out.writeFieldName("totals");
    JsonText.raw(out, leg.state() == null ? null : leg.state().totals());
    out.writeFieldName("model");
    model(out, leg.model());
    out.writeNumberField("lastSeenMs", leg.lastSeenMs());
    out.writeFieldName("current");
    PointJson.point(out, leg.newest());
    out.writeFieldName("attention");
    PointJson.attention(out, leg.attention());
    if (recent) {
      out.writeFieldName("recent");
      PointJson.recent(out, leg.points(), RECENT);
    }
    out.writeEndObject();
  }

  /** Writes the points of the legs that {@code viewer} sees, leg by leg, oldest first. */
  public static void timeline(JsonGenerator out, Call call, Viewer viewer) throws IOException {
    out.writeStartObject();
    out.writeStringField("callId", call.id());
    out.writeArrayFieldStart("legs");
    for (Leg leg : call.legs()) {
      if (!viewer.sees(leg)) {
        continue;
      }
      out.writeStartObject();
      out.writeStringField("legId", leg.key().legId());
      out.writeStringField("role", leg.role());
      out.writeArrayFieldStart("points");
      for (Point point : leg.points()) {
        PointJson.point(out, point);
      }
      out.writeEndArray();
      out.writeFieldName("attention");
      PointJson.attention(out, leg.attention());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes the totals of the call and of the legs that {@code viewer} sees. */
  public static void summary(JsonGenerator out, Call call, Viewer viewer) throws IOException {
    out.writeStartObject();
    out.writeStringField("callId", call.id());
    out.writeStringField("state", call.ended() ? "ended" : "live");
    out.writeFieldName("totals");
    JsonText.raw(out, call.totals());
    out.writeArrayFieldStart("legs");
    for (Leg leg : call.legs()) {
      if (viewer.sees(leg)) {
        out.writeStartObject();
        out.writeStringField("legId", leg.key().legId());
        out.writeStringField("role", leg.role());
        out.writeStringField("state", state(leg, call));
        out.writeFieldName("totals");
        JsonText.raw(out, leg.state() == null ? null : leg.state().totals());
        out.writeEndObject();
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes {@code model}, or null. */
  public static void model(JsonGenerator out, ModelRef model) throws IOException {
    if (model == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    JsonText.string(out, "name", model.name());
    JsonText.string(out, "version", model.version());
    JsonText.string(out, "sha256", model.sha256());
    out.writeEndObject();
  }

  private static void policy(JsonGenerator out, Update.Decision decision) throws IOException {
    if (decision == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeStringField("decision", decision.analysed() ? "analyse" : "drop");
    JsonText.string(out, "reason", decision.reason());
    JsonText.string(out, "policy", decision.policy());
    out.writeEndObject();
  }

  private static void state(JsonGenerator out, Leg leg) throws IOException {
    Update.State state = leg.state();
    JsonText.string(out, "agentId", leg.agentId());
    JsonText.string(out, "queue", leg.queue());
    JsonText.string(out, "language", state == null ? null : state.language());
    JsonText.string(out, "startedAt", state == null ? null : state.startedAt());
    JsonText.string(out, "endedAt", state == null ? null : state.endedAt());
    out.writeNumberField("audioMs", state == null ? 0 : state.audioMs());
    out.writeNumberField("windows", state == null ? 0 : state.windows());
    out.writeObjectFieldStart("chunks");
    for (Map.Entry<String, Long> e :
        new TreeMap<>(state == null ? Map.<String, Long>of() : state.chunks()).entrySet()) {
      out.writeNumberField(e.getKey(), e.getValue());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> e :
        new TreeMap<>(state == null ? Map.<String, String>of() : state.attributes()).entrySet()) {
      out.writeStringField(e.getKey(), e.getValue());
    }
    out.writeEndObject();
  }
}
