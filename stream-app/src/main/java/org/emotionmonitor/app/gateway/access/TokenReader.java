package org.emotionmonitor.app.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.core.domain.Labelled;

/**
 * Reads JSON Web Tokens: checks signature, expiry, issuer and audience, then the claims {@code
 * sub}, {@code roles} (a list of {@link AccessRole} labels; others are ignored) and {@code
 * agent_id}. Public keys are fetched when first needed, cached, and fetched again when a token
 * names one that is not among them; that blocks. Thread-safe.
 */
public final class TokenReader {
  private static final int MAX_LENGTH = 8_192;
  private static final int MAX_CLOCK_SKEW_SECONDS = 5;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final boolean blocking;

  /**
   * @throws IllegalArgumentException if the URL of the keys is none
   */
  public TokenReader(AuthConfig config) {
    blocking = config.jwksUrl() != null;
    processor.setJWSKeySelector(
        blocking
            ? new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), remote(config.jwksUrl()))
            : new JWSVerificationKeySelector<>(
                JWSAlgorithm.HS256,
                new ImmutableSecret<>(config.secret().getBytes(StandardCharsets.UTF_8))));
    JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
    if (config.issuer() != null) {
      exact.issuer(config.issuer());
    }
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            config.audience(), exact.build(), Set.of("sub", "exp", "roles"));
    claims.setMaxClockSkew(MAX_CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
  }

  private static JWKSource<SecurityContext> remote(String url) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(URI.create(url).toURL())
          .retrying(true)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "gateway.auth.jwksUrl \"%s\" is not a URL; use https://…".formatted(url), e);
    }
  }

  /** Whether {@link #read} may have to fetch keys. */
  public boolean blocking() {
    return blocking;
  }

  /**
   * Who the token stands for.
   *
   * @throws AccessException if it is not to be trusted, or stands for nobody known here
   */
  public Principal read(String token) throws AccessException {
    if (token.length() > MAX_LENGTH) {
      throw new AccessException("the token is longer than %d characters".formatted(MAX_LENGTH));
    }
    try {
      return principal(processor.process(token, null));
    } catch (KeySourceException e) {
      throw new AccessException("the keys cannot be fetched from gateway.auth.jwksUrl", e);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new AccessException("the token is not valid: " + e.getMessage(), e);
    }
  }

  private static Principal principal(JWTClaimsSet claims) throws ParseException, AccessException {
    EnumSet<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
    List<String> known = Labelled.labels(AccessRole.class);
    for (String role : claims.getStringListClaim("roles")) {
      if (known.contains(role)) {
        roles.add(Labelled.parse(AccessRole.class, role));
      }
    }
    if (roles.isEmpty()) {
      throw new AccessException("the token's roles are none of " + String.join(", ", known));
    }
    return new Principal(
        claims.getSubject(),
        roles,
        claims.getStringClaim("agent_id"),
        claims.getExpirationTime().toInstant());
  }
}
