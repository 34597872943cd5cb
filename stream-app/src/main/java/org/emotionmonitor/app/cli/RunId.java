package org.emotionmonitor.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Tells the calls of one run from those of the others. */
final class RunId {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMdd-HHmmss").withZone(ZoneOffset.UTC);

  private RunId() {}

  /** The time in UTC, and two letters for runs of the same second. */
  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%s%c%c"
        .formatted(
            TIME.format(Instant.now()),
            (char) ('a' + random.nextInt(26)),
            (char) ('a' + random.nextInt(26)));
  }
}
