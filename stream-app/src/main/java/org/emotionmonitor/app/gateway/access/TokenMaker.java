package org.emotionmonitor.app.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.core.domain.Labelled;

/** Makes HS256 tokens for trials; an identity provider does it in production. */
public final class TokenMaker {
  private final AuthConfig config;

  /**
   * @param config with a secret
   */
  public TokenMaker(AuthConfig config) {
    this.config = config;
  }

  /** A token that stands for {@code principal} until it expires. */
  public String token(Principal principal) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(principal.subject())
            .claim("roles", principal.roles().stream().map(Labelled::label).sorted().toList())
            .claim("iat", Instant.now().getEpochSecond())
            .claim("exp", principal.expiresAt().getEpochSecond());
    if (principal.agentId() != null) {
      claims.claim("agent_id", principal.agentId());
    }
    if (config.issuer() != null) {
      claims.issuer(config.issuer());
    }
    if (config.audience() != null) {
      claims.audience(config.audience());
    }
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      jwt.sign(new MACSigner(config.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret cannot sign", e);
    }
    return jwt.serialize();
  }
}
