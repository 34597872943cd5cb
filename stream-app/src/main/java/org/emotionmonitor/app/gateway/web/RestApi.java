package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Set;
import org.emotionmonitor.app.config.PolicyConfig;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.stream.AlertDesk;
import org.emotionmonitor.app.gateway.stream.EventStream;
import org.emotionmonitor.app.gateway.stream.StreamHub;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST resources and the page, as one router. Described in docs/openapi.yaml. */
public final class RestApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);
  private static final int MAX_BODY = 8 * 1024;
  private final CallBoard board;
  private final StreamHub hub;
  private final AlertDesk desk;
  private final Eraser eraser;
  private final Access access;
  private final OriginRule origins;
  private final Set<String> frameAncestors;
  private final PolicyConfig policy;
  private final Clock clock;

  public RestApi(
      CallBoard board,
      StreamHub hub,
      AlertDesk desk,
      Eraser eraser,
      Authenticator authenticator,
      OriginRule origins,
      Set<String> frameAncestors,
      PolicyConfig policy,
      Clock clock) {
    this.board = board;
    this.hub = hub;
    this.desk = desk;
    this.eraser = eraser;
    this.access = new Access(authenticator);
    this.frameAncestors = Set.copyOf(frameAncestors);
    this.policy = policy;
    this.origins = origins;
    this.clock = clock;
  }

  /** The routes; to be used on the board's event loop. */
  public Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    EventStream events = new EventStream(hub);
    router.route().handler(new SecurityHeaders(frameAncestors));
    router.route().handler(new CallerCheck(origins));
    Documents.mount(router);
    // Before the token is looked at, as that may take time and the body would go by meanwhile.
    router.post().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    router.route("/v1/*").handler(access::authenticate);
    new CallResources(board, clock).mount(router);
    new EraseResource(eraser, vertx).mount(router);
    new AlertResources(board, desk).mount(router);
    router
        .get("/v1/events")
        .handler(Access.only(Principal::watches, "supervisor, or agent with an agent_id"))
        .handler(ctx -> events.serve(ctx, Access.principal(ctx)));
    router.get("/v1/model").handler(this::model);
    router.get("/v1/policy").handler(this::policy);
    Assets assets = new Assets();
    router.get().handler(assets);
    router.head().handler(assets);
    router.route().handler(this::notFound);
    router.route().failureHandler(this::failed);
    return router;
  }

  private void model(RoutingContext ctx) {
    if (board.model() == null) {
      Problem.send(
          ctx, 404, "No model seen", "no scored window has come since the gateway's start");
    } else {
      Answer.json(ctx, out -> CallJson.model(out, board.model()));
    }
  }

  private void policy(RoutingContext ctx) {
    Answer.json(
        ctx,
        out -> {
          out.writeStartObject();
          out.writeStringField("profile", policy.profile());
          out.writeObjectFieldStart("roles");
          for (Role role : Role.values()) {
            out.writeStringField(role.label(), policy.roles().get(role).label());
          }
          out.writeEndObject();
          out.writeStringField("consentUnknown", policy.consentUnknown().label());
          JsonText.string(out, "lawfulBasis", policy.lawfulBasis());
          out.writeEndObject();
        });
  }

  private void notFound(RoutingContext ctx) {
    String path = ctx.request().path();
    boolean known = path.startsWith("/v1/calls") || path.startsWith("/v1/alerts");
    if (known && !ctx.request().method().name().equals("GET")) {
      String allowed = path.matches("/v1/calls/[^/]+/?") ? "GET, DELETE" : "GET";
      ctx.response().putHeader("Allow", allowed);
      Problem.send(ctx, 405, "Method not allowed", "possible here: " + allowed);
    } else {
      Problem.send(ctx, 404, "Not found", "there is nothing at this path");
    }
  }

  private void failed(RoutingContext ctx) {
    if (ctx.failure() instanceof IllegalArgumentException e) {
      Problem.send(ctx, 400, "Bad parameter", e.getMessage());
      return;
    }
    if (ctx.statusCode() == 503) {
      Problem.send(ctx, 503, "Too many clients", "another gateway may have room for one more");
      return;
    }
    int status = ctx.statusCode() >= 400 && ctx.statusCode() < 500 ? ctx.statusCode() : 500;
    if (status == 500) {
      LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), ctx.failure());
    }
    Problem.send(
        ctx,
        status,
        status == 500 ? "Internal error" : status == 413 ? "Body too large" : "Bad request",
        status == 500 ? "the gateway's log says more" : "the request cannot be understood");
  }
}
