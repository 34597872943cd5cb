package org.emotionmonitor.app.cli;

/** What the process ends with. */
final class ExitCodes {

  static final int OK = 0;

  /** The command was right, but could not be done. */
  static final int FAILED = 1;

  /** The command line or the configuration is wrong. */
  static final int USAGE = 2;

  private ExitCodes() {}
}
