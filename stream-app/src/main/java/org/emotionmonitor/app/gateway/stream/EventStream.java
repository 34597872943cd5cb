package org.emotionmonitor.app.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.emotionmonitor.app.gateway.access.Principal;

/**
 * The same as the WebSocket, one way, as server-sent events: for those whose network lets no
 * WebSocket through. What to get is said in the query; {@code Last-Event-ID} resumes.
 */
public final class EventStream {
  private final StreamHub hub;

  public EventStream(StreamHub hub) {
    this.hub = hub;
  }

  /** Answers {@code GET /v1/events?call=…&agent=…&queue=…&kind=…}; each may come several times. */
  public void serve(RoutingContext ctx, Principal principal) {
    HttpServerResponse response = ctx.response();
    if (hub.full()) {
      ctx.fail(503);
      return;
    }
    Subscription to = subscription(ctx);
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        // Proxies that gather answers would hold events back.
        .putHeader("X-Accel-Buffering", "no");
    StreamClient client = hub.connect(new EventOutlet(response, hub.epoch()), principal);
    response.closeHandler(ignored -> client.ended());
    response.exceptionHandler(ignored -> client.ended());
    try {
      hub.subscribe(client, to);
    } catch (ClientMessage.Refused e) {
      response.write(
          "event: error\ndata: " + ServerMessages.error(e.code(), e.getMessage()).text() + "\n\n");
      client.close(1008, e.code());
    }
  }

  private static Subscription subscription(RoutingContext ctx) {
    try {
      return new Subscription(
          all(ctx.queryParam("call")),
          all(ctx.queryParam("agent")),
          all(ctx.queryParam("queue")),
          ClientMessage.kinds(new LinkedHashSet<>(ctx.queryParam("kind"))),
          position(ctx.request().getHeader("Last-Event-ID")));
    } catch (ClientMessage.Refused e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Set<String> all(List<String> values) {
    Set<String> all = new HashSet<>(values);
    return all.contains("*") ? Set.of() : all;
  }

  private static Subscription.Position position(String lastEventId) {
    int colon = lastEventId == null ? -1 : lastEventId.indexOf(':');
    if (colon < 0) {
      return null;
    }
    try {
      return new Subscription.Position(
          lastEventId.substring(0, colon), Long.parseLong(lastEventId.substring(colon + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private record EventOutlet(HttpServerResponse response, String epoch) implements Outlet {
    @Override
    public Future<Void> send(Outgoing message) {
      StringBuilder text = new StringBuilder(message.text().length() + 60);
      if (message.seq() >= 0) {
        text.append("id: ").append(epoch).append(':').append(message.seq()).append('\n');
      }
      text.append("event: ").append(message.type()).append('\n');
      return response.write(text.append("data: ").append(message.text()).append("\n\n").toString());
    }

    @Override
    public void close(int code, String reason) {
      response.end();
    }
  }
}
