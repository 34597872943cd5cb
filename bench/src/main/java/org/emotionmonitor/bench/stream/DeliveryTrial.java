package org.emotionmonitor.bench.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.emotionmonitor.bench.stream.Statistics.Gap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Live legs on two instances that something happens to, and whether every window came once. */
final class DeliveryTrial {

  /** What happens while the legs are live. */
  interface Disturbance {

    /**
     * Returns when nothing more is to happen.
     *
     * @param sender ends with the load
     * @param marks takes what happens, when it does
     */
    void run(Cluster cluster, Thread sender, Consumer<String> marks) throws Exception;
  }

  private record Mark(long atMs, String what) {}

  private static final Duration QUIET = Duration.ofSeconds(20);

  @Mixin private LoadOptions options;

  @Option(names = "--legs", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}.")
  private int legs;

  @Option(
      names = "--seconds",
      defaultValue = "300",
      description = "Audio of each leg (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--max-gap-ms",
      defaultValue = "5000",
      description = "Longest time between two events of a leg; 0: any (default: ${DEFAULT-VALUE}).")
  private long maxGapMs;

  /**
   * Runs the legs.
   *
   * @param brokers one for the product's own, or several
   * @return 0 if every window came once, and soon enough
   */
  int run(int brokers, Disturbance disturbance) throws Exception {
    // What comes late is to be scored, too: windows that are left out would be missing.
    options.settings.add(0, "stream.maxLagSeconds=0");
    CallAudio audio = CallAudio.load();
    Path folder = options.folder();
    Oracle oracle = new Oracle(audio, seconds, folder, options.settings);
    try (Cluster cluster = new Cluster(folder, brokers, options)) {
      cluster.addStream();
      cluster.addStream();
      try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
          Load load = new Load(audio, cluster.bootstrap(), "calls.audio", legs, options.chunkMs)) {
        Thread sender = new Thread(() -> load.run("k", seconds), "load");
        sender.start();
        List<Mark> marks = new ArrayList<>();
        long begin = System.currentTimeMillis();
        disturbance.run(
            cluster, sender, what -> marks.add(new Mark(System.currentTimeMillis(), what)));
        sender.join();
        load.requireAllSent();
        events.awaitQuiet(QUIET);
        events.write(folder.resolve("events.csv"));
        printGaps(new Statistics(events.seen()), marks, begin);
        boolean delivered = oracle.verdict(events.counts(), legs);
        return soonEnough(new Statistics(events.seen())) && delivered ? 0 : 1;
      }
    }
  }

  /** What happened, and for how long legs were silent from then until the next happened. */
  private static void printGaps(Statistics all, List<Mark> marks, long beginMs) {
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      long until = i + 1 < marks.size() ? marks.get(i + 1).atMs() : Long.MAX_VALUE;
      Gap gap = all.longestLegGap(mark.atMs(), until);
      System.out.printf(
          "%3d s: %s; then at most %d ms between two events of a leg%n",
          (mark.atMs() - beginMs) / 1_000, mark.what(), gap == null ? -1 : gap.ms());
    }
  }

  private boolean soonEnough(Statistics all) {
    Gap gap = all.longestLegGap(0, Long.MAX_VALUE);
    boolean soon = gap != null && (maxGapMs == 0 || gap.ms() <= maxGapMs);
    System.out.printf(
        "%s: %s; without any event at most %d ms%n",
        soon ? "GAP-SHORT" : "GAP-TOO-LONG",
        gap == null
            ? "no leg has two events"
            : "at most %d ms between two events of a leg (%s, at %d ms of its audio); target %d"
                .formatted(gap.ms(), gap.after().leg(), gap.after().endMs(), maxGapMs),
        all.longestGap());
    return soon;
  }
}
