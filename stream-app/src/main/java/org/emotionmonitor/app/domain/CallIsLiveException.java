package org.emotionmonitor.app.domain;

import org.emotionmonitor.app.AppException;

/** A call cannot be erased, as more would be written about it. */
public final class CallIsLiveException extends AppException {

  /**
   * @param message one line for the user
   */
  public CallIsLiveException(String message) {
    super(message);
  }
}
