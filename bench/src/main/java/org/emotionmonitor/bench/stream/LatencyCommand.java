package org.emotionmonitor.bench.stream;

import java.util.concurrent.Callable;
import org.emotionmonitor.bench.stream.LatencyRun.Seen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes from the chunk that completes a window to the event. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Prints end-to-end latency by stage, and CPU by thread, for one or several numbers of legs, one",
      "after the other, on a broker process and a stream process."
    })
final class LatencyCommand implements Callable<Integer> {

  @Mixin private LoadOptions options;

  @Option(
      names = "--legs",
      split = ",",
      defaultValue = "100",
      description =
          "Legs at a time; several numbers are tried in turn (default: ${DEFAULT-VALUE}).")
  private int[] legs;

  @Option(
      names = "--seconds",
      defaultValue = "150",
      description = "Audio of each leg (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds at the begin that do not count (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--p50-ms",
      defaultValue = "60",
      description = "What half of the events must not exceed (default: ${DEFAULT-VALUE}).")
  private long p50Ms;

  @Option(
      names = "--p99-ms",
      defaultValue = "150",
      description = "What 99 of 100 events must not exceed (default: ${DEFAULT-VALUE}).")
  private long p99Ms;

  @Override
  public Integer call() throws Exception {
    boolean all = true;
    try (Cluster cluster = new Cluster(options.folder(), 1, options)) {
      cluster.addStream();
      LatencyRun run = new LatencyRun(cluster, CallAudio.load(), options);
      for (int count : legs) {
        Seen seen = run.run(count, seconds, warmUp);
        seen.print(options.chunkMs);
        boolean quick =
            seen.complete()
                && seen.steady().endToEnd(0.5) < p50Ms
                && seen.steady().endToEnd(0.99) < p99Ms;
        System.out.printf(
            "%s: p50 %d ms (target below %d), p99 %d ms (below %d)%n",
            quick ? "LATENCY-MET" : "LATENCY-MISSED",
            seen.steady().endToEnd(0.5),
            p50Ms,
            seen.steady().endToEnd(0.99),
            p99Ms);
        all &= quick;
      }
    }
    return all ? 0 : 1;
  }
}
