package org.emotionmonitor.app.gateway.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.emotionmonitor.app.gateway.view.JsonText;

/** Answers that are no problem. */
final class Answer {
  private Answer() {}

  static void json(RoutingContext ctx, JsonText.Body body) {
    json(ctx.response(), body);
  }

  static void json(HttpServerResponse response, JsonText.Body body) {
    response
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(JsonText.text(body));
  }

  /** A text that a browser saves. */
  static void file(RoutingContext ctx, String contentType, String suffix, String text) {
    ctx.response()
        .putHeader("Content-Type", contentType)
        .putHeader("Content-Disposition", "attachment; filename=\"timeline." + suffix + '"')
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }
}
