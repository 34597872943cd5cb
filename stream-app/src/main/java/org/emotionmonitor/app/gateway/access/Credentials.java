package org.emotionmonitor.app.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Finds the token in a request. It comes in the header {@code Authorization: Bearer} or, because a
 * browser cannot set that on a WebSocket, as a subprotocol {@code bearer.BASE64URL}. Never in a
 * URL, which ends up in logs.
 */
public final class Credentials {
  private static final String SCHEME = "bearer ";
  private static final String SUBPROTOCOL = "bearer.";

  private Credentials() {}

  /** The token of a header {@code Authorization}, or null. */
  public static String bearer(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).trim()
        : null;
  }

  /**
   * The token of a WebSocket handshake, or null.
   *
   * @param authorization the header, or null
   * @param subprotocols the values of {@code Sec-WebSocket-Protocol}
   */
  public static String bearer(String authorization, List<String> subprotocols) {
    String token = bearer(authorization);
    if (token != null) {
      return token;
    }
    StringTokenizer offered = new StringTokenizer(String.join(",", subprotocols), ", \t");
    while (offered.hasMoreTokens()) {
      String name = offered.nextToken();
      if (name.startsWith(SUBPROTOCOL)) {
        return decode(name.substring(SUBPROTOCOL.length()));
      }
    }
    return null;
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not a token, which is then told as any wrong one is.
      return "";
    }
  }
}
