package org.emotionmonitor.app.gateway.web;

import org.emotionmonitor.app.domain.Erased;

/** What erases calls. */
@FunctionalInterface
public interface Eraser {

  /**
   * Erases what is kept of a call, which may take as long as a request may.
   *
   * @param by who asked for it
   * @throws IllegalArgumentException if that is no call id
   * @throws org.emotionmonitor.app.domain.CallIsLiveException if more would be written about it
   * @throws org.emotionmonitor.app.AppException if it could not be erased
   */
  Erased erase(String callId, String by);
}
