package org.emotionmonitor.app.broker;

import org.emotionmonitor.app.AppException;

/** The embedded broker cannot start here; the message says why and what to do. */
public final class BrokerException extends AppException {

  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
