package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Predicate;
import org.emotionmonitor.app.gateway.access.AccessException;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.Credentials;
import org.emotionmonitor.app.gateway.access.Principal;

/**
 * Lets requests pass whose bearer may make them; what follows asks {@link #principal} who it is.
 */
final class Access {
  private static final String KEY = Principal.class.getName();

  private final Authenticator authenticator;

  Access(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** Who makes the request. */
  static Principal principal(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  /** Lets anybody pass whom a valid token stands for. */
  void authenticate(RoutingContext ctx) {
    authenticator
        .authenticate(Credentials.bearer(ctx.request().getHeader("Authorization")))
        .onSuccess(
            principal -> {
              ctx.put(KEY, principal);
              ctx.next();
            })
        .onFailure(e -> refuse(ctx, e));
  }

  private static void refuse(RoutingContext ctx, Throwable e) {
    if (e instanceof AccessException) {
      ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"emotion-monitor\"");
      Problem.send(ctx, 401, "Token needed", e.getMessage());
    } else {
      ctx.fail(e);
    }
  }

  /** Lets those pass of whom {@code may} is true. */
  static Handler<RoutingContext> only(Predicate<Principal> may, String who) {
    return ctx -> {
      if (may.test(principal(ctx))) {
        ctx.next();
      } else {
        Problem.send(ctx, 403, "Not allowed", "this needs a token with the role " + who);
      }
    };
  }
}
