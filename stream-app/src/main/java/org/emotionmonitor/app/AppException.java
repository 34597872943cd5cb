package org.emotionmonitor.app;

/**
 * A failure that the user can understand and act on. Its message names the thing, the value and the
 * remedy, in one line; the command line prints it as it is, without a stack trace.
 */
public class AppException extends RuntimeException {

  /**
   * @param message one line for the user
   */
  public AppException(String message) {
    super(message);
  }

  /**
   * @param message one line for the user
   * @param cause what happened below; shown with {@code --verbose} only
   */
  public AppException(String message, Throwable cause) {
    super(message, cause);
  }
}
