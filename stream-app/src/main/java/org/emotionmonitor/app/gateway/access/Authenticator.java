package org.emotionmonitor.app.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.emotionmonitor.app.config.AuthConfig;

/** Tells who makes a request, without holding the event loop up. */
public final class Authenticator {
  private final TokenReader reader;
  private final Vertx vertx;

  public Authenticator(AuthConfig config, Vertx vertx) {
    this.reader = config.required() ? new TokenReader(config) : null;
    this.vertx = vertx;
  }

  /** Whether a token is asked for. */
  public boolean required() {
    return reader != null;
  }

  /**
   * Who presents {@code token}, null if there is none; fails with an {@link AccessException} that
   * says why nobody does.
   */
  public Future<Principal> authenticate(String token) {
    if (reader == null) {
      return Future.succeededFuture(Principal.LOCAL);
    }
    if (token == null) {
      return Future.failedFuture(
          new AccessException("a token is needed: send the header Authorization: Bearer"));
    }
    return reader.blocking()
        ? vertx.executeBlocking(() -> read(token), false)
        : Future.future(
            promise -> {
              try {
                promise.complete(read(token));
              } catch (AccessException e) {
                promise.fail(e);
              }
            });
  }

  private Principal read(String token) throws AccessException {
    Principal principal = reader.read(token);
    if (principal.expired(Instant.now())) {
      throw new AccessException("the token has expired");
    }
    return principal;
  }
}
