package org.emotionmonitor.app.gateway.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.emotionmonitor.app.gateway.view.JsonText;

/** Errors as RFC 9457 problem details. */
final class Problem {
  private Problem() {}

  /**
   * Answers with an error.
   *
   * @param detail what is wrong with this request, and what to do
   */
  static void send(RoutingContext ctx, int status, String title, String detail) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    String body =
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "about:blank");
              out.writeStringField("title", title);
              out.writeNumberField("status", status);
              out.writeStringField("detail", detail);
              out.writeStringField("instance", ctx.request().path());
              out.writeEndObject();
            });
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
