package org.emotionmonitor.app.config;

/**
 * Who may use the gateway. Without a key, only a gateway on loopback starts.
 *
 * @param secret shared secret of HS256 tokens, or null
 * @param jwksUrl where the public keys of RS256 and ES256 tokens are, or null
 * @param issuer what the tokens' {@code iss} must be, or null for any
 * @param audience what the tokens' {@code aud} must hold, or null for any
 */
public record AuthConfig(String secret, String jwksUrl, String issuer, String audience) {

  /** No tokens. */
  public static final AuthConfig NONE = new AuthConfig(null, null, null, null);

  /** Whether tokens are asked for. */
  public boolean required() {
    return secret != null || jwksUrl != null;
  }

  /** Without the secret, so that it ends in no log. */
  @Override
  public String toString() {
    return "AuthConfig[%s]".formatted(secret != null ? "HS256" : jwksUrl);
  }
}
