package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;

/**
 * Headers on every answer: nothing from other hosts, nothing inline. Only the agent console may be
 * in a frame, of the pages that the configuration names; only the microphone page may listen.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

  private final String ancestors;

  /**
   * @param frameAncestors origins whose pages may show the agent console
   */
  SecurityHeaders(Set<String> frameAncestors) {
    ancestors = String.join(" ", new TreeSet<>(frameAncestors));
  }

  @Override
  public void handle(RoutingContext ctx) {
    String path = ctx.request().path();
    boolean framed = !ancestors.isEmpty() && "/agent.html".equals(path);
    boolean microphone = "/microphone.html".equals(path);
    ctx.response()
        .putHeader("Content-Security-Policy", POLICY + (framed ? ancestors : "'none'"))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", framed ? "cross-origin" : "same-origin")
        .putHeader(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=" + (microphone ? "(self)" : "()"));
    if (!framed) {
      ctx.response().putHeader("X-Frame-Options", "DENY");
    }
    ctx.next();
  }
}
