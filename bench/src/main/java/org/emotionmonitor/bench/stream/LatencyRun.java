package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A number of legs on a cluster that runs, and what they cost. */
final class LatencyRun {

  private static final double COMPLETE = 0.95;
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final CallAudio audio;
  private final int chunkMs;
  private int runs;

  /**
   * What was seen.
   *
   * @param expected events that fall due behind the warm-up, about
   * @param steady events behind the warm-up
   * @param firstHalf the older of them
   * @param secondHalf the newer of them
   * @param cpu ms of CPU per second by who used it
   * @param lateMs how far the sender fell behind
   */
  record Seen(
      int legs,
      int expected,
      Statistics steady,
      Statistics firstHalf,
      Statistics secondHalf,
      Map<String, Double> cpu,
      long lateMs) {

    /** Whether the events came, and no later in the end than in the begin. */
    boolean lagStands() {
      return complete() && secondHalf.endToEnd(0.5) <= 2 * firstHalf.endToEnd(0.5) + 20;
    }

    /** Whether all events came, but for a few about the begin and the end. */
    boolean complete() {
      return steady.size() >= COMPLETE * expected;
    }

    void print(int chunkMs) {
      System.out.printf(
          Locale.ROOT,
          "%n%d legs, %d ms chunks: %d events of about %d, %d scored; p99 of the first half %d ms, of the second"
              + " %d ms; sender at most %d ms late%n",
          legs,
          chunkMs,
          steady.size(),
          expected,
          steady.scored(),
          firstHalf.endToEnd(0.99),
          secondHalf.endToEnd(0.99),
          lateMs);
      steady.print();
      CpuUse.print(cpu, legs);
    }
  }

  LatencyRun(Cluster cluster, CallAudio audio, LoadOptions options) {
    this.cluster = cluster;
    this.audio = audio;
    this.chunkMs = options.chunkMs;
  }

  /**
   * Runs legs one after the other's begin.
   *
   * @param seconds audio of each leg
   * @param warmUp seconds at the begin that do not count
   */
  Seen run(int legs, int seconds, int warmUp) throws IOException, InterruptedException {
    String name = "n" + runs++;
    try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
        Load load = new Load(audio, cluster.bootstrap(), "calls.audio", legs, chunkMs)) {
      long begin = System.currentTimeMillis();
      Thread sender = new Thread(() -> load.run(name, seconds), "load");
      sender.start();
      sender.join(warmUp * 1_000L);
      CpuUse cpu = CpuUse.begin(cluster);
      sender.join((seconds - warmUp) * 1_000L);
      Map<String, Double> shares = cpu.perSecond();
      sender.join();
      load.requireAllSent();
      events.awaitQuiet(QUIET);
      long from = begin + warmUp * 1_000L;
      long end = begin + seconds * 1_000L;
      long half = from + (end - from) / 2;
      // By when they were sent: what comes late must not drop out.
      return new Seen(
          legs,
          legs * (seconds - warmUp),
          Statistics.sentBetween(events.seen(), from, end),
          Statistics.sentBetween(events.seen(), from, half),
          Statistics.sentBetween(events.seen(), half, end),
          shares,
          load.worstLateMs());
    }
  }
}
