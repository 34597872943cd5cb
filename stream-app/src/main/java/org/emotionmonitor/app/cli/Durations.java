package org.emotionmonitor.app.cli;

/** Durations for people. */
final class Durations {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** In the largest unit that gives a whole number; "for ever" below 0. */
  static String text(long ms) {
    if (ms < 0) {
      return "for ever";
    }
    if (ms >= DAY && ms % DAY == 0) {
      return ms / DAY + " d";
    }
    if (ms >= HOUR && ms % HOUR == 0) {
      return ms / HOUR + " h";
    }
    if (ms >= MINUTE && ms % MINUTE == 0) {
      return ms / MINUTE + " min";
    }
    return ms % SECOND == 0 ? ms / SECOND + " s" : ms + " ms";
  }

  /** As on a clock: {@code 1:05} or {@code 1:02:05}. */
  static String clock(long ms) {
    long s = ms / SECOND;
    return s >= HOUR / SECOND
        ? "%d:%02d:%02d".formatted(s / 3_600, s / 60 % 60, s % 60)
        : "%d:%02d".formatted(s / 60, s % 60);
  }
}
