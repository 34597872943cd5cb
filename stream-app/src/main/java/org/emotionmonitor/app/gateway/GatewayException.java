package org.emotionmonitor.app.gateway;

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
}
