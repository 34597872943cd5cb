package org.emotionmonitor.bench.vad;

import java.util.Locale;

/** Frames by what they are and what they were taken for. */
final class Counts {

  private long hits;
  private long misses;
  private long falseAlarms;
  private long rejections;

  void add(boolean speech, boolean found) {
    if (speech) {
      hits += found ? 1 : 0;
      misses += found ? 0 : 1;
    } else {
      falseAlarms += found ? 1 : 0;
      rejections += found ? 0 : 1;
    }
  }

  /** Precision and recall. */
  String precisionRecall() {
    return String.format(
        Locale.ROOT,
        "%.3f / %.3f",
        hits / (double) Math.max(1, hits + falseAlarms),
        hits / (double) Math.max(1, hits + misses));
  }

  /** Share of the frames without speech that were taken for speech. */
  String falseSpeech() {
    return String.format(
        Locale.ROOT, "%.1f %%", 100.0 * falseAlarms / Math.max(1, falseAlarms + rejections));
  }
}
