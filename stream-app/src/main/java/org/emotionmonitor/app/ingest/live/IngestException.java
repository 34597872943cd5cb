package org.emotionmonitor.app.ingest.live;

/** Audio that is not taken; the message names the thing, the value and the remedy. */
public final class IngestException extends Exception {
  private static final long serialVersionUID = 1;

  private final IngestError error;

  public IngestException(IngestError error, String message) {
    super(message);
    this.error = error;
  }

  public IngestException(IngestError error, String message, Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  public IngestError error() {
    return error;
  }
}
