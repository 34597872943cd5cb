package org.emotionmonitor.bench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a long leg costs no more in the end than in the begin. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "One leg of hours, faster than real time; prints heap, state on disk and latency as it goes",
      "on, which must not grow."
    })
final class SoakCommand implements Callable<Integer> {

  private static final int PARTS = 8;
  private static final long SETTLE_MS = 2_000;
  private static final long MEBI = 1 << 20;

  private record Part(long heap, long resident, long state, long p50Ms, long p99Ms) {}

  @Mixin private LoadOptions options;

  @Option(names = "--hours", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
  private double hours;

  @Option(
      names = "--speed",
      defaultValue = "40",
      description = "Times real time (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Override
  public Integer call() throws Exception {
    options.settings.add("stream.maxLagSeconds=0");
    int seconds = (int) (hours * 3_600);
    try (Cluster cluster = new Cluster(options.folder(), 1, options)) {
      cluster.addStream();
      try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
          Load load =
              new Load(CallAudio.load(), cluster.bootstrap(), "calls.audio", 1, options.chunkMs)) {
        load.speed(speed);
        Thread sender = new Thread(() -> load.run("soak", seconds), "load");
        sender.start();
        System.out.println(
            "| audio, min | heap, MB | process, MB | state, MB | p50, ms | p99, ms |");
        System.out.println("|---|---|---|---|---|---|");
        List<Part> parts = new ArrayList<>();
        for (int part = 1; part <= PARTS; part++) {
          long from = System.currentTimeMillis() + SETTLE_MS;
          sender.join((long) (seconds * 1_000 / speed / PARTS));
          parts.add(part(cluster, events, from));
          print(seconds / 60 * part / PARTS, parts.get(part - 1));
        }
        sender.join();
        return verdict(parts) ? 0 : 1;
      }
    }
  }

  private static Part part(Cluster cluster, EventLog events, long fromMs) throws Exception {
    long until = System.currentTimeMillis();
    Statistics seen = Statistics.sentBetween(events.seen(), fromMs, until);
    long pid = cluster.streamPids().get(0);
    return new Part(
        JvmProbe.of(pid).totalBytes(),
        JvmProbe.residentBytes(pid),
        StateFiles.bytes(cluster.stateFolder(0)),
        seen.endToEnd(0.5),
        seen.endToEnd(0.99));
  }

  private static void print(int minutes, Part part) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %.1f | %.0f | %.1f | %d | %d |%n",
        minutes,
        (double) part.heap() / MEBI,
        (double) part.resident() / MEBI,
        (double) part.state() / MEBI,
        part.p50Ms(),
        part.p99Ms());
  }

  /** Compares the last quarter with the second, as the first one has the JVM's warming up. */
  private static boolean verdict(List<Part> parts) {
    boolean heap = grew(parts, Part::heap, 1.02, MEBI);
    boolean state = grew(parts, Part::state, 1.25, MEBI);
    boolean latency = grew(parts, Part::p50Ms, 1.5, 10);
    System.out.printf(
        "%s: heap %s, state %s, latency %s%n",
        heap || state || latency ? "SOAK-GROWS" : "SOAK-FLAT",
        heap ? "grew" : "flat",
        state ? "grew" : "flat",
        latency ? "grew" : "flat");
    return !(heap || state || latency);
  }

  private static boolean grew(
      List<Part> parts, ToLongFunction<Part> of, double factor, long slack) {
    double before = parts.subList(2, 4).stream().mapToLong(of).max().orElseThrow();
    double after = parts.subList(6, PARTS).stream().mapToLong(of).max().orElseThrow();
    return after > before * factor + slack;
  }
}
