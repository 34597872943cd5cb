package org.emotionmonitor.app.gateway.access;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * From which pages a browser may connect, and under which host names the gateway answers.
 *
 * <p>Browsers send {@code Origin} with every WebSocket handshake, with every request of another
 * page's script, and with everything but GET and HEAD; pages cannot forge it. Other programs need
 * not send it. So a request with a foreign one is a foreign page's: where no token is asked for,
 * such a page could else acknowledge alerts, as a plain form's POST asks no one before. Without a
 * token the gateway moreover answers only under a loopback name: else a foreign page could reach it
 * by pointing its own host name at 127.0.0.1 (DNS rebinding), and would then be of the same origin.
 */
public final class OriginRule {
  private final Set<String> allowedOrigins;
  private final boolean loopbackNamesOnly;
  private final boolean tls;

  /**
   * @param allowedOrigins exact origins, as {@code https://wall.example.com}, besides the gateway's
   *     own
   * @param loopbackNamesOnly whether to answer only under loopback names
   * @param tls whether the gateway's own pages come by https; else they may come by either, as a
   *     proxy may add it
   */
  public OriginRule(Set<String> allowedOrigins, boolean loopbackNamesOnly, boolean tls) {
    this.allowedOrigins = Set.copyOf(allowedOrigins);
    this.loopbackNamesOnly = loopbackNamesOnly;
    this.tls = tls;
  }

  /** Whether a page of {@code origin} may connect to {@code host}; each as in the header. */
  public boolean allowsOrigin(String origin, String host) {
    if (origin == null) {
      return true;
    }
    if (allowedOrigins.contains(origin)) {
      return true;
    }
    String authority = authority(origin);
    return authority != null && authority.equalsIgnoreCase(host);
  }

  private String authority(String origin) {
    try {
      URI uri = URI.create(origin);
      return "https".equals(uri.getScheme()) || (!tls && "http".equals(uri.getScheme()))
          ? uri.getRawAuthority()
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether the gateway answers under {@code host}, the header's value. */
  public boolean allowsHost(String host) {
    return !loopbackNamesOnly || (host != null && isLoopback(withoutPort(host)));
  }

  /** Whether {@code host} is a name or an address of this machine alone. */
  public static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("127(\\.\\d{1,3}){3}")
        || name.equals("::1")
        || name.equals("[::1]");
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
