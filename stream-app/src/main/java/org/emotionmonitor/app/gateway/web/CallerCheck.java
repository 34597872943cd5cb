package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.emotionmonitor.app.gateway.access.OriginRule;

/** Lets nothing in that a page elsewhere sent, or that came for another host; see the rule. */
final class CallerCheck implements Handler<RoutingContext> {
  private final OriginRule rule;

  CallerCheck(OriginRule rule) {
    this.rule = rule;
  }

  @Override
  public void handle(RoutingContext ctx) {
    String host = ctx.request().getHeader("Host");
    String origin = ctx.request().getHeader("Origin");
    if (!rule.allowsHost(host)) {
      Problem.send(
          ctx,
          403,
          "Host not allowed",
          "without gateway.auth the gateway answers only as localhost; host was \"%s\""
              .formatted(host));
    } else if (!rule.allowsOrigin(origin, host)) {
      Problem.send(
          ctx,
          403,
          "Origin not allowed",
          ("a page of origin \"%s\" is neither the gateway's own, which is at \"%s\","
                  + " nor in gateway.allowedOrigins")
              .formatted(origin, host));
    } else {
      ctx.next();
    }
  }
}
