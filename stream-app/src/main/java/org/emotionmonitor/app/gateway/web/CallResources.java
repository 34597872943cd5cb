package org.emotionmonitor.app.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.EmotionMl;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.TimelineCsv;
import org.emotionmonitor.app.gateway.view.Viewer;

/** Calls, their timelines and summaries, as far as the bearer of the token may see them. */
final class CallResources {
  static final int MAX_ID = 200;

  private final CallBoard board;
  private final Clock clock;

  CallResources(CallBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
  }

  void mount(Router router) {
    router
        .route("/v1/calls*")
        .handler(Access.only(Principal::watches, "supervisor, or agent with an agent_id"));
    router.get("/v1/calls").handler(this::calls);
    router.get("/v1/calls/:callId").handler(this::call);
    router.get("/v1/calls/:callId/timeline").handler(this::timeline);
    router.get("/v1/calls/:callId/summary").handler(this::summary);
  }

  private void calls(RoutingContext ctx) {
    String state = ctx.request().getParam("state");
    if (state != null && !state.equals("live") && !state.equals("ended")) {
      Problem.send(
          ctx, 400, "Bad parameter", "state \"%s\" is not allowed; live or ended".formatted(state));
      return;
    }
    String agent = ctx.request().getParam("agent");
    String queue = ctx.request().getParam("queue");
    Viewer viewer = new Viewer(Access.principal(ctx));
    List<Call> found =
        board.calls().stream()
            .filter(viewer::sees)
            .filter(c -> state == null || state.equals(c.ended() ? "ended" : "live"))
            .filter(c -> agent == null || c.isOf(agent))
            .filter(c -> queue == null || c.legs().stream().anyMatch(l -> queue.equals(l.queue())))
            .toList();
    Page<Call> page = Page.of(ctx, found, Call::id);
    Answer.json(
        ctx,
        out -> {
          out.writeStartObject();
          out.writeNumberField("nowMs", clock.millis());
          out.writeFieldName("calls");
          CallJson.calls(out, page.items(), viewer, false);
          JsonText.string(out, "next", page.next());
          out.writeEndObject();
        });
  }

  private void call(RoutingContext ctx) {
    Viewer viewer = new Viewer(Access.principal(ctx));
    find(ctx, viewer)
        .ifPresent(call -> Answer.json(ctx, out -> CallJson.call(out, call, viewer, false)));
  }

  private void timeline(RoutingContext ctx) {
    Viewer viewer = new Viewer(Access.principal(ctx));
    String format = format(ctx);
    if (format == null) {
      Problem.send(ctx, 400, "Bad parameter", "format must be json, csv or emotionml");
      return;
    }
    find(ctx, viewer)
        .ifPresent(
            call -> {
              switch (format) {
                case "csv" ->
                    Answer.file(
                        ctx, "text/csv; charset=utf-8", "csv", TimelineCsv.of(call, viewer));
                case "emotionml" ->
                    Answer.file(
                        ctx, "application/emotionml+xml", "xml", EmotionMl.of(call, viewer));
                default -> Answer.json(ctx, out -> CallJson.timeline(out, call, viewer));
              }
            });
  }

  /** What the parameter says, else what the header Accept does; null if it is not known. */
  private static String format(RoutingContext ctx) {
    String format = ctx.request().getParam("format");
    if (format != null) {
      return List.of("json", "csv", "emotionml").contains(format) ? format : null;
    }
    String accept = ctx.request().getHeader("Accept");
    if (accept != null && accept.contains("text/csv")) {
      return "csv";
    }
    return accept != null && accept.contains("application/emotionml+xml") ? "emotionml" : "json";
  }

  private void summary(RoutingContext ctx) {
    Viewer viewer = new Viewer(Access.principal(ctx));
    find(ctx, viewer)
        .ifPresent(call -> Answer.json(ctx, out -> CallJson.summary(out, call, viewer)));
  }

  static void tooLong(RoutingContext ctx) {
    Problem.send(ctx, 400, "Bad call id", "a call id has at most %d characters".formatted(MAX_ID));
  }

  private Optional<Call> find(RoutingContext ctx, Viewer viewer) {
    String id = ctx.pathParam("callId");
    if (id.length() > MAX_ID) {
      tooLong(ctx);
      return Optional.empty();
    }
    // A call that is not theirs is answered as one that is not there.
    Optional<Call> call = board.call(id).filter(viewer::sees);
    if (call.isEmpty()) {
      Problem.send(
          ctx,
          404,
          "No such call",
          "call \"%s\" is not live and did not end lately; GET /v1/calls lists those that are here"
              .formatted(id));
    }
    return call;
  }
}
