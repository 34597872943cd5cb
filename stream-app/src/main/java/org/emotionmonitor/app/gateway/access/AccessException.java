package org.emotionmonitor.app.gateway.access;

/** A token that is not taken; the message says why, and never holds the token. */
public final class AccessException extends Exception {
  private static final long serialVersionUID = 1;

  public AccessException(String message) {
    super(message);
  }

  public AccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
