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
 * @param cores that the stream process has
 */
record AloneCost(double legMs, int cores) {

  private static final Duration TIME = Duration.ofMinutes(10);
  private static final double CORE_MS = 1_000;
  private static final double PERCENT = 100;

  /** Runs {@code alone} in a JVM of its own; nothing else may run meanwhile. */
  static AloneCost measure(Path folder, LoadOptions options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options.arguments("alone", "--seconds", "30"));
    arguments.addAll(List.of("--chunk-ms", Integer.toString(options.chunkMs)));
    Path log = folder.resolve("alone.log");
    List<String> command = Program.java(options.jvm, StreamBench.class, arguments);
    try (Program alone = Program.launch(log, options.cores.stream(command))) {
      alone.await(TIME);
      System.out.println(alone.find("(?s)(\\| stage .*)").strip());
      double legMs = Double.parseDouble(alone.find("ALONE: ([0-9.]+) ms"));
      return new AloneCost(legMs, options.cores.ofStream());
    }
  }

  /**
   * Prints the share that the legs are that were held, broker, load and reader on the same cores
   * unless these run apart, and the share by the CPU that the stream's process uses.
   */
  void compare(Seen held) {
    double legs = cores * CORE_MS / legMs;
    double stream = CpuUse.ofStream(held.cpu()) / held.legs();
    System.out.printf(
        Locale.ROOT,
        "%.0f %% of the %.0f legs that features and scoring alone would allow on %d core(s); by CPU"
            + " of the stream's process %.0f %% (%.2f ms a leg, alone %.2f)%n",
        PERCENT * held.legs() / legs,
        legs,
        cores,
        PERCENT * legMs / stream,
        stream,
        legMs);
  }
}
