package org.emotionmonitor.app.topology.leg;

/** The frames at which a leg's regular windows end: the first one, then one every hop. */
final class WindowGrid {

  private static final int FRAMES_PER_SECOND = 100;

  private final int first;
  private final int hop;
  private final int hopsPerSecond;

  WindowGrid(int first, int hop) {
    this.first = first;
    this.hop = hop;
    this.hopsPerSecond = (FRAMES_PER_SECOND + hop - 1) / hop;
  }

  /** The first window's end after {@code frame}. */
  long after(long frame) {
    return frame < first ? first : first + hop * ((frame - first) / hop + 1);
  }

  /** How many windows of the grid end before that one. */
  long number(long endFrame) {
    return (endFrame - first) / hop;
  }

  /**
   * Whether a window without speech is published: with hops below a second only some are, so that
   * there is at most one a second. It depends on the position alone, so a restart changes nothing.
   */
  boolean publishesAbstained(long endFrame) {
    return number(endFrame) % hopsPerSecond == 0;
  }
}
