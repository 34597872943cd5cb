package org.emotionmonitor.bench.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.emotionmonitor.bench.stream.EventLog.Seen;

/** Percentiles and gaps of events. */
final class Statistics {

  private final List<Seen> events;

  Statistics(List<Seen> events) {
    this.events = events;
  }

  /** The events whose chunk was sent from {@code fromMs} to before {@code toMs}. */
  static Statistics sentBetween(List<Seen> all, long fromMs, long toMs) {
    return new Statistics(
        all.stream().filter(e -> e.sentMs() >= fromMs && e.sentMs() < toMs).toList());
  }

  int size() {
    return events.size();
  }

  /** End-to-end latency in ms that {@code share} of the events do not exceed. */
  long endToEnd(double share) {
    return percentile(share, Seen::endToEndMs);
  }

  private long percentile(double share, ToLongFunction<Seen> of) {
    long[] sorted = events.stream().mapToLong(of).sorted().toArray();
    return sorted.length == 0
        ? -1
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  /** Prints end-to-end latency, and the stages as the events tell them. */
  void print() {
    System.out.println("| stage | p50, ms | p95, ms | p99, ms |");
    System.out.println("|---|---|---|---|");
    Map<String, long[]> stages = new TreeMap<>();
    for (int i = 0; i < events.size(); i++) {
      int at = i;
      events
          .get(i)
          .value()
          .path("latencyMs")
          .properties()
          .forEach(
              s ->
                  stages.computeIfAbsent(s.getKey(), key -> new long[events.size()])[at] =
                      s.getValue().asLong());
    }
    stages.forEach((stage, values) -> row(stage, values));
    row("chunk sent to event read", events.stream().mapToLong(Seen::endToEndMs).toArray());
  }

  private static void row(String name, long[] values) {
    Arrays.sort(values);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d |%n",
        name,
        at(values, 0.5),
        at(values, 0.95),
        at(values, 0.99));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? -1 : sorted[(int) (share * (sorted.length - 1))];
  }

  /** The longest time without any event, in ms. */
  long longestGap() {
    long[] times = events.stream().mapToLong(Seen::atMs).sorted().toArray();
    long gap = 0;
    for (int i = 1; i < times.length; i++) {
      gap = Math.max(gap, times[i] - times[i - 1]);
    }
    return gap;
  }

  /** Two events of a leg with none between them. */
  record Gap(Seen before, Seen after) {

    long ms() {
      return after.atMs() - before.atMs();
    }
  }

  /**
   * The longest time without an event of one and the same leg, of those that ended from {@code
   * fromMs} to before {@code toMs}; null if there is none.
   */
  Gap longestLegGap(long fromMs, long toMs) {
    Map<String, Seen> last = new TreeMap<>();
    Gap longest = null;
    for (Seen event : events.stream().sorted(Comparator.comparingLong(Seen::atMs)).toList()) {
      Seen before = last.put(event.leg(), event);
      if (before != null && event.atMs() >= fromMs && event.atMs() < toMs) {
        Gap gap = new Gap(before, event);
        longest = longest == null || gap.ms() > longest.ms() ? gap : longest;
      }
    }
    return longest;
  }

  /** Events that were scored, not abstained on. */
  long scored() {
    return events.stream().filter(e -> !e.value().path("abstained").asBoolean(false)).count();
  }
}
