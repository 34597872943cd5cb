package org.emotionmonitor.app.gateway;

import java.time.Instant;
import java.util.Set;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.access.TokenMaker;

/** Tokens of a secret that tests share. */
public final class Tokens {
  public static final AuthConfig AUTH =
      new AuthConfig("correct horse battery staple, and more", null, null, null);

  private Tokens() {}

  public static String of(AccessRole role) {
    return token(AUTH, role, null, Instant.now().plusSeconds(600));
  }

  public static String ofAgent(String agentId) {
    return token(AUTH, AccessRole.AGENT, agentId, Instant.now().plusSeconds(600));
  }

  /** One that ends at {@code until}. */
  public static String until(AccessRole role, Instant until) {
    return token(AUTH, role, null, until);
  }

  /** One that is signed with the secret of {@code auth}. */
  public static String token(AuthConfig auth, AccessRole role, String agentId, Instant until) {
    return new TokenMaker(auth).token(new Principal("test", Set.of(role), agentId, until));
  }
}
