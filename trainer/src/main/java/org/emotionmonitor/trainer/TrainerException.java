package org.emotionmonitor.trainer;

/** What the user can mend: its message names the thing, the value and the remedy, in one line. */
public class TrainerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrainerException(String message) {
    super(message);
  }

  public TrainerException(String message, Throwable cause) {
    super(message, cause);
  }
}
