package org.emotionmonitor.app.cli;

/** The process was asked to stop while it was still starting something. */
final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("stopped");
  }
}
