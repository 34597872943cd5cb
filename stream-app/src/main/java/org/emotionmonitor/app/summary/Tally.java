package org.emotionmonitor.app.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.LegTotals.AlertBrief;
import org.emotionmonitor.app.domain.LegTotals.Streak;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/**
 * The totals of a leg as they grow.
 *
 * @param endMs end of the latest window, in ms of the leg's audio
 * @param speechMs speech so far
 * @param unlabelledMs speech in windows without an estimate
 * @param scored windows with an estimate
 * @param abstained windows without
 * @param skipped windows that were left out, because scoring could not keep up
 * @param bins speech by emotion along the leg
 * @param emotionMs speech by emotion
 * @param rateMs speech by rate
 * @param volumeMs speech by volume
 * @param label emotion of the streak that goes on; null if there is none
 * @param streak the streak that goes on; null if there is none
 * @param longest the longest streak of each emotion
 * @param raised how many alerts were raised on the leg
 * @param alerts raised on the leg, as they are now
 */
public record Tally(
    long endMs,
    long speechMs,
    long unlabelledMs,
    long scored,
    long abstained,
    long skipped,
    EmotionBins bins,
    Map<String, Long> emotionMs,
    Map<String, Long> rateMs,
    Map<String, Long> volumeMs,
    String label,
    Streak streak,
    Map<String, Streak> longest,
    int raised,
    List<AlertBrief> alerts) {

  /** Nothing heard yet. */
  public static final Tally NONE =
      new Tally(
          0,
          0,
          0,
          0,
          0,
          0,
          EmotionBins.NONE,
          zeros(Labelled.labels(Emotion.class)),
          zeros(Labelled.labels(Rate.class)),
          zeros(Labelled.labels(Volume.class)),
          null,
          null,
          Map.of(),
          0,
          List.of());

  /** With one more window. */
  public Tally with(Hop hop) {
    boolean goesOn = !hop.abstained() && hop.emotion().equals(label);
    Streak next = hop.abstained() ? streak : goesOn ? grown(hop) : begun(hop);
    return new Tally(
        hop.endMs(),
        speechMs + hop.speechMs(),
        unlabelledMs + (hop.abstained() ? hop.speechMs() : 0),
        scored + (hop.abstained() ? 0 : 1),
        abstained + (hop.abstained() ? 1 : 0),
        skipped,
        bins.with(hop),
        plus(emotionMs, hop.emotion(), hop.speechMs()),
        plus(rateMs, hop.rate(), hop.speechMs()),
        plus(volumeMs, hop.volume(), hop.speechMs()),
        hop.abstained() ? label : hop.emotion(),
        next,
        hop.abstained() ? longest : longer(hop.emotion(), next),
        raised,
        alerts);
  }

  /** With one more window that was left out. */
  public Tally withSkipped() {
    return new Tally(
        endMs,
        speechMs,
        unlabelledMs,
        scored,
        abstained,
        skipped + 1,
        bins,
        emotionMs,
        rateMs,
        volumeMs,
        label,
        streak,
        longest,
        raised,
        alerts);
  }

  /** With news of an alert. */
  public Tally with(Alert alert) {
    List<AlertBrief> next = new ArrayList<>(alerts);
    next.removeIf(known -> known.alertId().equals(alert.alertId()));
    next.add(AlertBrief.of(alert));
    int surplus = Math.max(0, next.size() - LegTotals.MAX_ALERTS);
    return new Tally(
        endMs,
        speechMs,
        unlabelledMs,
        scored,
        abstained,
        skipped,
        bins,
        emotionMs,
        rateMs,
        volumeMs,
        label,
        streak,
        longest,
        raised + (alert.state() == AlertState.FIRING && !alert.escalated() ? 1 : 0),
        next.subList(surplus, next.size()));
  }

  /** As they are published; {@code audioMs} is the leg's audio so far. */
  public LegTotals totals(long audioMs) {
    return new LegTotals(
        speechMs,
        Math.max(0, audioMs - speechMs),
        unlabelledMs,
        scored,
        abstained,
        skipped,
        emotionMs,
        endMs == 0 ? List.of() : bins.quarters(audioMs),
        rateMs,
        volumeMs,
        longest,
        raised,
        alerts);
  }

  private Streak begun(Hop hop) {
    return new Streak(hop.fromMs(), hop.endMs(), hop.speechMs());
  }

  private Streak grown(Hop hop) {
    return new Streak(streak.startMs(), hop.endMs(), streak.speechMs() + hop.speechMs());
  }

  private Map<String, Streak> longer(String emotion, Streak now) {
    Streak before = longest.get(emotion);
    if (before != null && before.speechMs() >= now.speechMs()) {
      return longest;
    }
    Map<String, Streak> next = new LinkedHashMap<>(longest);
    next.put(emotion, now);
    return next;
  }

  private static Map<String, Long> plus(Map<String, Long> sums, String label, long ms) {
    if (label == null) {
      return sums;
    }
    Map<String, Long> next = new LinkedHashMap<>(sums);
    next.merge(label, ms, Long::sum);
    return next;
  }

  private static Map<String, Long> zeros(List<String> labels) {
    Map<String, Long> zeros = new LinkedHashMap<>();
    labels.forEach(label -> zeros.put(label, 0L));
    return zeros;
  }
}
