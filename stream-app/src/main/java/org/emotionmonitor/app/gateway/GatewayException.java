package org.emotionmonitor.app.gateway;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.emotionmonitor.app.AppException;

/** Why the gateway cannot start: one line that names the thing, the value and the remedy. */
public final class GatewayException extends AppException {
  private static final long serialVersionUID = 1;

  public GatewayException(String message) {
    super(message);
  }

  public GatewayException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The port cannot be had. */
  static GatewayException cannotListen(String host, int port, Throwable cause) {
    if (cause instanceof BindException) {
      return new GatewayException(
          ("cannot listen on %s:%d: the port is in use, or the address is not one of this machine;"
                  + " stop the other program or set gateway.port (0 takes any free one)")
              .formatted(host, port),
          cause);
    }
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return new GatewayException(
          "gateway.host \"%s\" is not a known host; use an address of this machine".formatted(host),
          cause);
    }
    return new GatewayException("cannot listen on %s:%d: %s".formatted(host, port, cause), cause);
  }
}
