package org.emotionmonitor.app.gateway.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.PointJson;
import org.emotionmonitor.app.gateway.view.Viewer;

/** What the server says, as JSON text; described in docs/asyncapi.yaml. */
public final class ServerMessages {
  /** The WebSocket's subprotocol. */
  public static final String PROTOCOL = "emotion-monitor.v1";

  private ServerMessages() {}

  static Outgoing hello(StreamHub hub, Feed.State source, Principal principal) {
    StreamOptions options = hub.options();
    return Outgoing.of(
        "hello",
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "hello");
              out.writeStringField("protocol", PROTOCOL);
              out.writeStringField("server", hub.server());
              out.writeStringField("epoch", hub.epoch());
              out.writeNumberField("heartbeatMs", options.heartbeat().toMillis());
              out.writeNumberField("batchMs", options.batch().toMillis());
              out.writeStringField("source", label(source));
              out.writeFieldName("access");
              access(out, principal);
              out.writeEndObject();
            }));
  }

  private static void access(JsonGenerator out, Principal principal) throws IOException {
    out.writeStartObject();
    JsonText.string(out, "subject", principal.subject());
    out.writeArrayFieldStart("roles");
    for (AccessRole role : AccessRole.values()) {
      if (principal.roles().contains(role)) {
        out.writeString(role.label());
      }
    }
    out.writeEndArray();
    JsonText.string(out, "agentId", principal.agentId());
    Instant until = principal.expiresAt();
    JsonText.string(out, "expiresAt", until == null ? null : until.toString());
    out.writeEndObject();
  }

  static Outgoing snapshot(
      StreamHub hub, List<Call> calls, List<Update.Alert> alerts, Viewer viewer, long nowMs) {
    return new Outgoing(
        "snapshot",
        hub.newestSeq(),
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "snapshot");
              out.writeNumberField("seq", hub.newestSeq());
              out.writeNumberField("nowMs", nowMs);
              out.writeFieldName("calls");
              CallJson.calls(out, calls, viewer, true);
              out.writeArrayFieldStart("alerts");
              for (Update.Alert alert : alerts) {
                out.writeRawValue(alert.json());
              }
              out.writeEndArray();
              out.writeEndObject();
            }));
  }

  static Outgoing resumed(long seq) {
    return Outgoing.of("resumed", "{\"type\":\"resumed\",\"seq\":%d}".formatted(seq));
  }

  static Outgoing heartbeat(long nowMs, long seq, Feed.State source) {
    return new Outgoing(
        "heartbeat",
        seq,
        "{\"type\":\"heartbeat\",\"seq\":%d,\"nowMs\":%d,\"source\":\"%s\"}"
            .formatted(seq, nowMs, label(source)));
  }

  static Outgoing error(String code, String message) {
    return Outgoing.of(
        "error",
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "error");
              out.writeStringField("code", code);
              out.writeStringField("message", message);
              out.writeEndObject();
            }));
  }

  static Outgoing acked(String alertId) {
    return Outgoing.of(
        "ack",
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "ack");
              out.writeStringField("alertId", alertId);
              out.writeEndObject();
            }));
  }

  static Outgoing alert(long seq, long nowMs, Change alert) {
    return new Outgoing(
        "alert",
        seq,
        "{\"type\":\"alert\",\"seq\":%d,\"nowMs\":%d,\"alert\":%s}"
            .formatted(seq, nowMs, alert.json()));
  }

  /** A batch; the changes are encoded already. */
  static Outgoing events(long seq, long nowMs, ClientQueue.Batch batch) {
    StringBuilder text = new StringBuilder(256 + batch.changes().size() * 700);
    text.append("{\"type\":\"events\",\"seq\":").append(seq);
    text.append(",\"nowMs\":").append(nowMs);
    text.append(",\"skipped\":").append(batch.skipped()).append(",\"events\":[");
    for (int i = 0; i < batch.changes().size(); i++) {
      text.append(i == 0 ? "" : ",").append(batch.changes().get(i).json());
    }
    return new Outgoing("events", seq, text.append("]}").toString());
  }

  static Change leg(Call call, Leg leg, long seq) {
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "leg");
              out.writeStringField("callId", leg.key().callId());
              out.writeFieldName("leg");
              CallJson.leg(out, leg, false);
              out.writeEndObject();
            });
    return change(Change.Kind.LEG, call, leg, 0, seq, json);
  }

  static Change window(Call call, Leg leg, Point point, long seq) {
    boolean attended = leg.attention() != null && leg.attention().window().equals(point.span());
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "window");
              out.writeStringField("callId", leg.key().callId());
              out.writeStringField("legId", leg.key().legId());
              out.writeFieldName("point");
              PointJson.point(out, point);
              out.writeFieldName("attention");
              PointJson.attention(out, attended ? leg.attention() : null);
              out.writeEndObject();
            });
    return change(Change.Kind.WINDOW, call, leg, point.span().endMs(), seq, json);
  }

  static Change call(Call call, long seq) {
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "call");
              out.writeStringField("callId", call.id());
              out.writeFieldName("totals");
              JsonText.raw(out, call.totals());
              out.writeEndObject();
            });
    return new Change(
        new Change.Key(Change.Kind.CALL, call.id(), "", 0),
        Subscription.scope(call, null),
        seq,
        json);
  }

  static Change gone(Call call, long seq) {
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "gone");
              out.writeStringField("callId", call.id());
              out.writeEndObject();
            });
    return new Change(
        new Change.Key(Change.Kind.GONE, call.id(), "", 0),
        Subscription.scope(call, null),
        seq,
        json);
  }

  static Change alertChange(Update.Alert alert, long seq) {
    // Each state of an alert is kept for each client until it has it.
    return new Change(
        new Change.Key(Change.Kind.ALERT, alert.callId(), alert.alertId() + " " + alert.state(), 0),
        Subscription.scope(alert),
        seq,
        alert.json());
  }

  private static Change change(
      Change.Kind kind, Call call, Leg leg, long endMs, long seq, String json) {
    return new Change(
        new Change.Key(kind, leg.key().callId(), leg.key().legId(), endMs),
        Subscription.scope(call, leg.role()),
        seq,
        json);
  }

  private static String label(Feed.State source) {
    return source.name().toLowerCase(java.util.Locale.ROOT);
  }
}
