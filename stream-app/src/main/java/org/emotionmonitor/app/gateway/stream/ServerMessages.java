package org.emotionmonitor.app.gateway.stream;

import java.util.List;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.PointJson;

/** What the server says, as JSON text; described in docs/asyncapi.yaml. */
public final class ServerMessages {
  /** The WebSocket's subprotocol. */
  public static final String PROTOCOL = "emotion-monitor.v1";

  private ServerMessages() {}

  static String hello(String server, StreamOptions options, Feed.State source) {
    return JsonText.text(
        out -> {
          out.writeStartObject();
          out.writeStringField("type", "hello");
          out.writeStringField("protocol", PROTOCOL);
          out.writeStringField("server", server);
          out.writeNumberField("heartbeatMs", options.heartbeat().toMillis());
          out.writeNumberField("batchMs", options.batch().toMillis());
          out.writeStringField("source", label(source));
          out.writeEndObject();
        });
  }

  static String snapshot(List<Call> calls, long nowMs) {
    return JsonText.text(
        out -> {
          out.writeStartObject();
          out.writeStringField("type", "snapshot");
          out.writeNumberField("nowMs", nowMs);
          out.writeFieldName("calls");
          CallJson.calls(out, calls);
          out.writeEndObject();
        });
  }

  static String heartbeat(long nowMs, Feed.State source) {
    return "{\"type\":\"heartbeat\",\"nowMs\":%d,\"source\":\"%s\"}"
        .formatted(nowMs, label(source));
  }

  static String error(String code, String message) {
    return JsonText.text(
        out -> {
          out.writeStartObject();
          out.writeStringField("type", "error");
          out.writeStringField("code", code);
          out.writeStringField("message", message);
          out.writeEndObject();
        });
  }

  /** A batch; the changes are encoded already. */
  static String events(long seq, long nowMs, ClientQueue.Batch batch) {
    StringBuilder text = new StringBuilder(256 + batch.changes().size() * 700);
    text.append("{\"type\":\"events\",\"seq\":").append(seq);
    text.append(",\"nowMs\":").append(nowMs);
    text.append(",\"skipped\":").append(batch.skipped()).append(",\"events\":[");
    for (int i = 0; i < batch.changes().size(); i++) {
      text.append(i == 0 ? "" : ",").append(batch.changes().get(i).json());
    }
    return text.append("]}").toString();
  }

  static Change leg(Leg leg) {
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "leg");
              out.writeStringField("callId", leg.key().callId());
              out.writeFieldName("leg");
              CallJson.leg(out, leg);
              out.writeEndObject();
            });
    return new Change(key(Change.Kind.LEG, leg, 0), json);
  }

  static Change window(Leg leg, Point point) {
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
    return new Change(key(Change.Kind.WINDOW, leg, point.span().endMs()), json);
  }

  static Change gone(String callId) {
    String json =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("kind", "gone");
              out.writeStringField("callId", callId);
              out.writeEndObject();
            });
    return new Change(new Change.Key(Change.Kind.GONE, callId, "", 0), json);
  }

  private static Change.Key key(Change.Kind kind, Leg leg, long endMs) {
    return new Change.Key(kind, leg.key().callId(), leg.key().legId(), endMs);
  }

  private static String label(Feed.State source) {
    return source.name().toLowerCase(java.util.Locale.ROOT);
  }
}
