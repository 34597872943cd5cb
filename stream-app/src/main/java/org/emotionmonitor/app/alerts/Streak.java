package org.emotionmonitor.app.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.app.domain.AlertWindow;

/**
 * Windows that support an alert, or may come to.
 *
 * @param startMs begin of the first one, in ms of the leg's audio
 * @param endMs end of the latest one that counts
 * @param heldMs end of the latest window that kept the streak together
 * @param speechMs speech in those that count; what they share counts once
 * @param count how many count
 * @param sum of their probabilities
 * @param peak highest of them
 * @param byClass sums of the probabilities of each of the rule's classes
 * @param windows the first and the latest of them
 */
record Streak(
    long startMs,
    long endMs,
    long heldMs,
    long speechMs,
    int count,
    double sum,
    double peak,
    Map<String, Double> byClass,
    List<AlertWindow> windows) {

  /** How many of the first and how many of the latest windows are kept. */
  static final int KEPT = 20;

  private static final double DIGITS = 1e4;

  Streak {
    byClass = Map.copyOf(byClass);
    windows = List.copyOf(windows);
  }

  /** A streak without windows, of audio from {@code startMs} on. */
  static Streak from(long startMs) {
    return new Streak(startMs, startMs, startMs, 0, 0, 0, 0, Map.of(), List.of());
  }

  /** With one more window that counts. */
  Streak with(ScoredWindow window, Map<String, Double> classes) {
    double p = classes.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> sums = new TreeMap<>(byClass);
    classes.forEach((label, value) -> sums.merge(label, value, Double::sum));
    List<AlertWindow> kept = new ArrayList<>(windows);
    if (kept.size() == 2 * KEPT) {
      kept.remove(KEPT);
    }
    long from = Math.max(window.startMs(), endMs);
    kept.add(new AlertWindow(window.startMs(), window.endMs(), round(p)));
    return new Streak(
        startMs,
        window.endMs(),
        window.endMs(),
        speechMs + window.speech().ms(from, window.endMs()),
        count + 1,
        sum + p,
        Math.max(peak, p),
        sums,
        kept);
  }

  /** The same, kept together until {@code ms}. */
  Streak heldUntil(long ms) {
    return new Streak(startMs, endMs, ms, speechMs, count, sum, peak, byClass, windows);
  }

  double mean() {
    return round(sum / count);
  }

  double roundedPeak() {
    return round(peak);
  }

  /** The class that was the most probable. */
  String label() {
    return byClass.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static double round(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
