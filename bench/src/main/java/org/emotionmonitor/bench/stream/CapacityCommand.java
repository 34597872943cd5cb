package org.emotionmonitor.bench.stream;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotionmonitor.bench.stream.LatencyRun.Seen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many legs the machine holds. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Raises the number of legs until lag grows or p99 exceeds a bound, with nothing left out of",
      "what is scored, and prints CPU by thread and leg for the last number that was held, and how",
      "much that is of what alone allows."
    })
final class CapacityCommand implements Callable<Integer> {

  @Mixin private LoadOptions options;

  @Option(
      names = "--from",
      defaultValue = "60",
      description = "First number of legs (default: ${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--step",
      defaultValue = "20",
      description = "More legs each time (default: ${DEFAULT-VALUE}).")
  private int step;

  @Option(
      names = "--to",
      defaultValue = "1000",
      description = "Last number of legs (default: ${DEFAULT-VALUE}).")
  private int to;

  @Option(
      names = "--seconds",
      defaultValue = "45",
      description = "For each number, 15 of which do not count (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "45",
      description = "Seconds with the first number before (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--p99-ms", defaultValue = "500", description = "Default: ${DEFAULT-VALUE}.")
  private long p99Ms;

  @Override
  public Integer call() throws Exception {
    options.settings.add("stream.maxLagSeconds=0");
    Seen held = null;
    Path folder = options.folder();
    AloneCost alone = AloneCost.measure(folder, options);
    try (Cluster cluster = new Cluster(folder, 1, options)) {
      cluster.addStream();
      LatencyRun run = new LatencyRun(cluster, CallAudio.load(), options);
      run.run(from, warmUp, 0);
      System.out.println(
          "| legs | p50, ms | p99, ms | p50 of the halves, ms | CPU, ms/s | of others | held |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (int legs = from; legs <= to; legs += step) {
        Seen seen = run.run(legs, seconds, 15);
        boolean holds = seen.lagStands() && seen.steady().endToEnd(0.99) < p99Ms;
        print(seen, holds);
        if (!holds) {
          break;
        }
        held = seen;
      }
    }
    if (held == null) {
      System.out.printf("CAPACITY: fewer than %d legs%n", from);
      return 1;
    }
    held.print(options.chunkMs);
    alone.compare(held);
    System.out.printf("CAPACITY: %d legs%n", held.legs());
    return 0;
  }

  private static void print(Seen seen, boolean holds) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %d, %d | %.0f | %.0f | %s |%n",
        seen.legs(),
        seen.steady().endToEnd(0.5),
        seen.steady().endToEnd(0.99),
        seen.firstHalf().endToEnd(0.5),
        seen.secondHalf().endToEnd(0.5),
        CpuUse.sum(seen.cpu()),
        CpuUse.others(seen.cpu()),
        holds ? "yes" : "no");
  }
}
