package org.emotionmonitor.bench.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether all windows are published once, whatever happens to the instances. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    description = {
      "Kills a random one of two stream processes again and again, or has a third one join and",
      "leave, while legs are live, and compares the published windows with an undisturbed run."
    })
final class KillCommand implements Callable<Integer> {

  private static final Duration QUIET = Duration.ofSeconds(40);

  @Mixin private LoadOptions options;

  @Option(names = "--legs", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}.")
  private int legs;

  @Option(
      names = "--seconds",
      defaultValue = "300",
      description = "Audio of each leg (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--every",
      defaultValue = "15",
      description = "Seconds between two kills; 0 kills nothing (default: ${DEFAULT-VALUE}).")
  private int every;

  @Option(names = "--rebalance", description = "A third instance joins and leaves as well.")
  private boolean rebalance;

  @Option(names = "--seed", defaultValue = "1", description = "Which instance is killed when.")
  private long seed;

  @Override
  public Integer call() throws Exception {
    CallAudio audio = CallAudio.load();
    Path folder = options.folder();
    Oracle oracle = new Oracle(audio, seconds, folder, options.settings);
    try (Cluster cluster = new Cluster(folder, options.settings)) {
      cluster.addStream();
      cluster.addStream();
      try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
          Load load =
              new Load(
                  audio, cluster.bootstrap(), "calls.audio", "k" + seed, legs, options.chunkMs)) {
        Thread sender = new Thread(() -> load.run(seconds), "load");
        sender.start();
        disturb(cluster, sender);
        sender.join();
        events.awaitQuiet(QUIET);
        Statistics all = new Statistics(events.seen());
        System.out.printf(
            "longest time without any event %d ms, without one of the same leg %d ms%n",
            all.longestGap(), all.longestLegGap());
        return oracle.verdict(events.counts(), legs) ? 0 : 1;
      }
    }
  }

  private void disturb(Cluster cluster, Thread sender) throws Exception {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    if (rebalance) {
      sender.join(seconds * 1_000L / 3);
      cluster.addStream();
      System.out.printf("%3d s: a third instance joined%n", sinceSeconds(begin));
      sender.join(seconds * 1_000L / 3);
      cluster.removeStream();
      System.out.printf("%3d s: it left%n", sinceSeconds(begin));
    }
    Random random = new Random(seed);
    // The last kill leaves time to come back while audio still flows.
    while (every > 0 && System.nanoTime() + every * 1_000_000_000L < end) {
      sender.join(every * 1_000L);
      int instance = random.nextInt(cluster.size());
      cluster.replace(instance);
      System.out.printf("%3d s: instance %d killed%n", sinceSeconds(begin), instance);
    }
  }

  private static long sinceSeconds(long begin) {
    return (System.nanoTime() - begin) / 1_000_000_000;
  }
}
