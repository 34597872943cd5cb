package org.emotionmonitor.app.domain;

import java.util.List;
import java.util.Map;

/**
 * What was heard on a leg so far. Each ms of speech counts once: for the labels of the window that
 * ends with it.
 *
 * @param speechMs speech
 * @param silenceMs the rest of the audio
 * @param unlabelledMs speech in windows with too little of it for an estimate
 * @param scored windows with an estimate
 * @param abstained windows without
 * @param skipped windows that were left out, because scoring could not keep up
 * @param emotionMs speech by expressed emotion
 * @param quarters the same for each quarter of the leg's audio so far; four
 * @param rateMs speech by rate
 * @param volumeMs speech by volume
 * @param longestStreaks for each emotion that was named, its longest streak
 * @param alertsRaised how many alerts were raised on the leg
 * @param alerts those that were raised on the leg, as they are now; the latest {@value #MAX_ALERTS}
 */
public record LegTotals(
    long speechMs,
    long silenceMs,
    long unlabelledMs,
    long scored,
    long abstained,
    long skipped,
    Map<String, Long> emotionMs,
    List<Map<String, Long>> quarters,
    Map<String, Long> rateMs,
    Map<String, Long> volumeMs,
    Map<String, Streak> longestStreaks,
    int alertsRaised,
    List<AlertBrief> alerts) {

  /** Nothing heard yet. */
  public static final LegTotals NONE =
      new LegTotals(
          0, 0, 0, 0, 0, 0, Map.of(), List.of(), Map.of(), Map.of(), Map.of(), 0, List.of());

  /** How many alerts are listed. */
  public static final int MAX_ALERTS = 20;

  /**
   * Windows in a row that named the same emotion.
   *
   * @param startMs begin of the first one's own hop, in ms of the leg's audio
   * @param endMs end of the last one, in ms of the leg's audio
   * @param speechMs speech in between
   */
  public record Streak(long startMs, long endMs, long speechMs) {}

  /** An alert in short. */
  public record AlertBrief(
      String alertId,
      String rule,
      AlertSeverity severity,
      AlertState state,
      long startMs,
      long endMs) {

    /** {@code alert} in short. */
    public static AlertBrief of(Alert alert) {
      return new AlertBrief(
          alert.alertId(),
          alert.rule(),
          alert.severity(),
          alert.state(),
          alert.startMs(),
          alert.endMs());
    }
  }
}
