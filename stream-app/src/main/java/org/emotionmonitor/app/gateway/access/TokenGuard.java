package org.emotionmonitor.app.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.StringTokenizer;

/**
 * Compares what a client presents with the configured token, in a time that tells nothing of it. A
 * token comes in the header {@code Authorization: Bearer} or, because a browser cannot set that on
 * a WebSocket, as a subprotocol {@code bearer.BASE64URL}. Never in a URL, which ends up in logs.
 */
public final class TokenGuard {
  private static final String SCHEME = "bearer ";
  private static final String SUBPROTOCOL = "bearer.";

  private final byte[] expected;

  /**
   * @param token null if none is asked for
   */
  public TokenGuard(String token) {
    this.expected = token == null || token.isEmpty() ? null : digest(token);
  }

  /** Whether a token is asked for. */
  public boolean required() {
    return expected != null;
  }

  /** Whether a request with this {@code Authorization} header, or null, may pass. */
  public boolean allows(String authorization) {
    if (expected == null) {
      return true;
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    return equal(authorization.substring(SCHEME.length()).trim());
  }

  /** Whether a WebSocket handshake with these headers, each may be null, may pass. */
  public boolean allows(String authorization, String subprotocols) {
    if (allows(authorization)) {
      return true;
    }
    if (subprotocols == null) {
      return false;
    }
    StringTokenizer offered = new StringTokenizer(subprotocols, ", \t");
    while (offered.hasMoreTokens()) {
      String name = offered.nextToken();
      if (name.startsWith(SUBPROTOCOL) && equal(decode(name.substring(SUBPROTOCOL.length())))) {
        return true;
      }
    }
    return false;
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Digests have one length, so the comparison does not tell the token's either. */
  private boolean equal(String presented) {
    return MessageDigest.isEqual(expected, digest(presented));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
