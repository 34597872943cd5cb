package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the machine's CPU time goes between two moments. */
final class CpuUse {

  private final Cluster cluster;
  private final Map<String, Long> before;
  private final long beganNanos = System.nanoTime();

  private CpuUse(Cluster cluster) throws IOException {
    this.cluster = cluster;
    this.before = now();
  }

  /** From now on. */
  static CpuUse begin(Cluster cluster) throws IOException {
    return new CpuUse(cluster);
  }

  /** The shares until now, in ms of CPU per second. */
  Map<String, Double> perSecond() throws IOException {
    double seconds = (System.nanoTime() - beganNanos) / 1e9;
    Map<String, Double> shares = new TreeMap<>();
    now().forEach((name, ms) -> shares.put(name, (ms - before.getOrDefault(name, 0L)) / seconds));
    return shares;
  }

  /** Prints a table of the shares, and what they come to per leg. */
  static void print(Map<String, Double> shares, int legs) {
    System.out.println("| CPU per second | ms | per leg, ms |");
    System.out.println("|---|---|---|");
    shares.forEach((name, ms) -> row(name, ms, legs));
    row("all", shares.values().stream().mapToDouble(Double::doubleValue).sum(), legs);
  }

  private static void row(String name, double ms, int legs) {
    System.out.printf(Locale.ROOT, "| %s | %.0f | %.2f |%n", name, ms, ms / legs);
  }

  private Map<String, Long> now() throws IOException {
    Map<String, Long> times = new TreeMap<>(ThreadTimes.of(pid(), CpuUse::ofBench));
    for (long stream : cluster.streamPids()) {
      ThreadTimes.of(stream, CpuUse::ofStream)
          .forEach((name, ms) -> times.merge(name, ms, Long::sum));
    }
    for (long broker : cluster.brokers().pids()) {
      ThreadTimes.of(broker, name -> "broker")
          .forEach((name, ms) -> times.merge(name, ms, Long::sum));
    }
    return times;
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static String ofStream(String thread) {
    if (thread.equals("scorer")) {
      return "stream: model";
    }
    if (thread.startsWith("emotion-monitor")) {
      return "stream: stream threads";
    }
    if (thread.startsWith("kafka-producer")) {
      return "stream: producer";
    }
    return isJit(thread) ? "stream: compiling" : "stream: other, GC";
  }

  private static String ofBench(String thread) {
    return thread.equals("events") ? "bench: reader of events" : "bench: load";
  }

  private static boolean isJit(String thread) {
    return thread.startsWith("C1 ") || thread.startsWith("C2 ");
  }
}
