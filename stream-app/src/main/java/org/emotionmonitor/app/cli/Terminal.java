package org.emotionmonitor.app.cli;

/** Whether a person watches. */
final class Terminal {

  // Set by the launcher: a JVM cannot tell whether its stderr is a terminal.
  private static final String PROPERTY = "emotionmonitor.terminal";

  private Terminal() {}

  /** True if stderr is a terminal. */
  static boolean present() {
    return Boolean.getBoolean(PROPERTY);
  }
}
