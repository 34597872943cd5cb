package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.TokenGuard;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST resources and the page, as one router. Described in docs/openapi.yaml. */
public final class RestApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);
  private static final int MAX_ID = 200;

  private final CallBoard board;
  private final TokenGuard token;
  private final OriginRule origins;
  private final Clock clock;

  public RestApi(CallBoard board, TokenGuard token, OriginRule origins, Clock clock) {
    this.board = board;
    this.token = token;
    this.origins = origins;
    this.clock = clock;
  }

  /** The routes; to be used on the board's event loop. */
  public Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(new SecurityHeaders());
    router.route().handler(this::checkHost);
    router.route("/v1/*").handler(this::checkToken);
    router.get("/v1/calls").handler(this::calls);
    router.get("/v1/calls/:callId").handler(this::call);
    router.get("/v1/calls/:callId/timeline").handler(this::timeline);
    router.get("/v1/model").handler(this::model);
    Assets assets = new Assets();
    router.get().handler(assets);
    router.head().handler(assets);
    router.route().handler(this::notFound);
    router.route().failureHandler(this::failed);
    return router;
  }

  private void checkHost(RoutingContext ctx) {
    String host = ctx.request().getHeader("Host");
    if (origins.allowsHost(host)) {
      ctx.next();
    } else {
      Problem.send(
          ctx,
          403,
          "Host not allowed",
          "without gateway.token the gateway answers only as localhost; host was \"%s\""
              .formatted(host));
    }
  }

  private void checkToken(RoutingContext ctx) {
    if (token.allows(ctx.request().getHeader("Authorization"))) {
      ctx.next();
    } else {
      ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"emotion-monitor\"");
      Problem.send(
          ctx, 401, "Token needed", "send the header Authorization: Bearer with gateway.token");
    }
  }

  private void calls(RoutingContext ctx) {
    String state = ctx.request().getParam("state");
    if (state != null && !state.equals("live") && !state.equals("ended")) {
      Problem.send(
          ctx, 400, "Bad parameter", "state \"%s\" is not allowed; live or ended".formatted(state));
      return;
    }
    List<Call> calls =
        board.calls().stream()
            .filter(c -> state == null || state.equals(c.ended() ? "ended" : "live"))
            .toList();
    json(
        ctx,
        out -> {
          out.writeStartObject();
          out.writeNumberField("nowMs", clock.millis());
          out.writeFieldName("calls");
          CallJson.calls(out, calls);
          out.writeEndObject();
        });
  }

  private void call(RoutingContext ctx) {
    find(ctx).ifPresent(call -> json(ctx, out -> CallJson.call(out, call)));
  }

  private void timeline(RoutingContext ctx) {
    find(ctx).ifPresent(call -> json(ctx, out -> CallJson.timeline(out, call)));
  }

  private void model(RoutingContext ctx) {
    if (board.model() == null) {
      Problem.send(
          ctx, 404, "No model seen", "no scored window has come since the gateway's start");
    } else {
      json(ctx, out -> CallJson.model(out, board.model()));
    }
  }

  private Optional<Call> find(RoutingContext ctx) {
    String id = ctx.pathParam("callId");
    if (id.length() > MAX_ID) {
      Problem.send(
          ctx, 400, "Bad call id", "a call id has at most %d characters".formatted(MAX_ID));
      return Optional.empty();
    }
    Optional<Call> call = board.call(id);
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

  private void notFound(RoutingContext ctx) {
    String path = ctx.request().path();
    boolean known = path.equals("/v1/calls") || path.startsWith("/v1/calls/");
    if (known && !ctx.request().method().name().equals("GET")) {
      ctx.response().putHeader("Allow", "GET");
      Problem.send(ctx, 405, "Method not allowed", "only GET is possible here");
    } else {
      Problem.send(ctx, 404, "Not found", "there is nothing at this path");
    }
  }

  private void failed(RoutingContext ctx) {
    int status = ctx.statusCode() >= 400 && ctx.statusCode() < 500 ? ctx.statusCode() : 500;
    if (status == 500) {
      LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), ctx.failure());
    }
    Problem.send(
        ctx,
        status,
        status == 500 ? "Internal error" : "Bad request",
        status == 500 ? "the gateway's log says more" : "the request cannot be understood");
  }

  private static void json(RoutingContext ctx, JsonText.Body body) {
    ctx.response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(JsonText.text(body));
  }
}
