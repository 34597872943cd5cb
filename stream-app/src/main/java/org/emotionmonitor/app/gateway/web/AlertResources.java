package org.emotionmonitor.app.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.stream.AlertDesk;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.Viewer;

/** Alerts, and what is done about them. */
final class AlertResources {
  private static final Set<String> STATES = Set.of("firing", "acknowledged", "resolved");

  private final CallBoard board;
  private final AlertDesk desk;

  AlertResources(CallBoard board, AlertDesk desk) {
    this.board = board;
    this.desk = desk;
  }

  void mount(Router router) {
    router
        .route("/v1/alerts*")
        .handler(Access.only(Principal::watches, "supervisor, or agent with an agent_id"));
    router.get("/v1/alerts").handler(this::alerts);
    router.get("/v1/alerts/:alertId").handler(this::alert);
    router
        .post("/v1/alerts/:alertId/acknowledge")
        .handler(Access.only(Principal::acknowledges, "supervisor"))
        .handler(this::acknowledge);
  }

  private void alerts(RoutingContext ctx) {
    String state = ctx.request().getParam("state");
    if (state != null && !STATES.contains(state)) {
      Problem.send(
          ctx,
          400,
          "Bad parameter",
          "state \"%s\" is not allowed; firing, acknowledged or resolved".formatted(state));
      return;
    }
    String callId = ctx.request().getParam("call");
    Viewer viewer = new Viewer(Access.principal(ctx));
    List<Update.Alert> found =
        board.alerts().stream()
            .filter(viewer::sees)
            .filter(a -> state == null || state.equals(a.state()))
            .filter(a -> callId == null || callId.equals(a.callId()))
            .toList();
    Page<Update.Alert> page = Page.of(ctx, found, Update.Alert::alertId);
    Answer.json(
        ctx,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("alerts");
          for (Update.Alert alert : page.items()) {
            out.writeRawValue(alert.json());
          }
          out.writeEndArray();
          JsonText.string(out, "next", page.next());
          out.writeEndObject();
        });
  }

  private void alert(RoutingContext ctx) {
    find(ctx).ifPresent(alert -> Answer.json(ctx, out -> out.writeRawValue(alert.json())));
  }

  private void acknowledge(RoutingContext ctx) {
    Optional<Update.Alert> alert = find(ctx);
    if (alert.isEmpty()) {
      return;
    }
    String note;
    try {
      note = note(ctx.body().asString());
    } catch (JsonProcessingException e) {
      Problem.send(ctx, 400, "Bad body", "not JSON: " + e.getOriginalMessage());
      return;
    }
    desk.acknowledge(alert.get(), Access.principal(ctx), note)
        .onSuccess(
            ignored ->
                Answer.json(
                    ctx.response().setStatusCode(202),
                    out -> {
                      out.writeStartObject();
                      out.writeStringField("alertId", alert.get().alertId());
                      out.writeEndObject();
                    }))
        .onFailure(
            e -> {
              boolean bad = e instanceof IllegalArgumentException;
              Problem.send(ctx, bad ? 400 : 503, bad ? "Bad body" : "Not written", e.getMessage());
            });
  }

  private static String note(String body) throws JsonProcessingException {
    if (body == null || body.isBlank()) {
      return null;
    }
    JsonNode note = JsonText.mapper().readTree(body).path("note");
    return note.isTextual() ? note.asText() : null;
  }

  private Optional<Update.Alert> find(RoutingContext ctx) {
    Viewer viewer = new Viewer(Access.principal(ctx));
    String id = ctx.pathParam("alertId");
    Optional<Update.Alert> alert = board.alert(id).filter(viewer::sees);
    if (alert.isEmpty()) {
      Problem.send(
          ctx, 404, "No such alert", "alert \"%s\" is not open and was not lately".formatted(id));
    }
    return alert;
  }
}
