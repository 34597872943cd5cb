package org.emotionmonitor.bench.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long it takes from the chunk that completes a window to the event, and how many legs the
 * machine holds.
 */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Prints end-to-end latency and CPU for one or several numbers of legs, one after the other,",
      "on a broker process and a stream process."
    })
final class LatencyCommand implements Callable<Integer> {

  private static final Duration QUIET = Duration.ofSeconds(10);

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
      defaultValue = "90",
      description = "Audio of each leg (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds at the begin that do not count (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Override
  public Integer call() throws Exception {
    CallAudio audio = CallAudio.load();
    Path folder = options.folder();
    try (Cluster cluster = new Cluster(folder, options.settings)) {
      cluster.addStream();
      for (int count : legs) {
        measure(cluster, audio, count);
      }
    }
    return 0;
  }

  private void measure(Cluster cluster, CallAudio audio, int count) throws Exception {
    try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
        Load load =
            new Load(
                audio, cluster.bootstrap(), "calls.audio", "n" + count, count, options.chunkMs)) {
      long begin = System.currentTimeMillis();
      Duration stream = cluster.streamCpu();
      Duration broker = cluster.brokerCpu();
      load.run(seconds);
      long end = System.currentTimeMillis();
      double ran = (end - begin) / 1e3;
      double streamMs = cluster.streamCpu().minus(stream).toMillis() / ran;
      double brokerMs = cluster.brokerCpu().minus(broker).toMillis() / ran;
      events.awaitQuiet(QUIET);
      Statistics steady = Statistics.between(events.seen(), begin + warmUp * 1_000L, end);
      // Had lag grown, the last events would be later than the first.
      long half = begin + (warmUp * 1_000L + end - begin) / 2;
      System.out.printf(
          Locale.ROOT,
          "%n%d legs, %d ms chunks, %d s of which the first %d s do not count: %d events, %d scored%n",
          count,
          options.chunkMs,
          seconds,
          warmUp,
          steady.size(),
          steady.scored());
      steady.print();
      System.out.printf(
          Locale.ROOT,
          "p99 of the first half %d ms, of the second %d ms; sender at most %d ms late%n",
          Statistics.between(events.seen(), begin + warmUp * 1_000L, half).endToEnd(0.99),
          Statistics.between(events.seen(), half, end).endToEnd(0.99),
          load.worstLateMs());
      System.out.printf(
          Locale.ROOT,
          "CPU per second: stream %.0f ms (%.2f ms per leg), broker %.0f ms%n",
          streamMs,
          streamMs / count,
          brokerMs);
    }
  }
}
