package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotionmonitor.bench.stream.LatencyRun.Seen;

/**
 * What features and scoring alone cost, and how much of that bound a system reaches.
 *
 * @param legMs ms of CPU per second of a leg
 */
record AloneCost(double legMs) {

  private static final Duration TIME = Duration.ofMinutes(10);
  private static final int CORES = 2;
  private static final double CORE_MS = 1_000;
  private static final double PERCENT = 100;

  /** Runs {@code alone} in a JVM of its own; nothing else may run meanwhile. */
  static AloneCost measure(Path folder, LoadOptions options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options.arguments("alone", "--seconds", "30"));
    arguments.addAll(List.of("--chunk-ms", Integer.toString(options.chunkMs)));
    Path log = folder.resolve("alone.log");
    try (Program alone = Program.startClass(log, options.jvm, StreamBench.class, arguments)) {
      alone.await(TIME);
      System.out.println(alone.find("(?s)(\\| stage .*)").strip());
      return new AloneCost(Double.parseDouble(alone.find("ALONE: ([0-9.]+) ms")));
    }
  }

  /**
   * Prints the share that the whole machine reaches, on which broker, load and reader run as well,
   * and that of the stream's process by itself.
   */
  void compare(Seen held) {
    double legs = CORES * CORE_MS / legMs;
    double stream = CpuUse.ofStream(held.cpu()) / held.legs();
    System.out.printf(
        Locale.ROOT,
        "Of %.0f legs that features and scoring alone would allow: %.0f %% with broker, load and"
            + " reader on the same cores; the stream's process by itself %.0f %% (%.2f ms of CPU a"
            + " leg, alone %.2f)%n",
        legs,
        PERCENT * held.legs() / legs,
        PERCENT * legMs / stream,
        stream,
        legMs);
  }
}
