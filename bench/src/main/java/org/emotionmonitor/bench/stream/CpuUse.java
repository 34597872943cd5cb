package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the machine's CPU time goes between two moments. */
final class CpuUse {

  /** What is used by others, who should not be there. */
  private static final String OTHERS = "other programs, the kernel";

  private static final String STREAM = "stream: ";
  private static final Path MACHINE = Path.of("/proc/stat");
  private static final int FIELDS = 9;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int TICK_MS = 10;

  private final Cluster cluster;
  private final Map<String, Long> before;
  private final long machineBefore;
  private final long beganNanos = System.nanoTime();

  private CpuUse(Cluster cluster) throws IOException {
    this.cluster = cluster;
    this.before = now();
    this.machineBefore = machineMs();
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
    double others = (machineMs() - machineBefore) / seconds - sum(shares);
    shares.put(OTHERS, Math.max(0, others));
    return shares;
  }

  /** Shares of all that is measured, in ms per second. */
  static double sum(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .filter(share -> !share.getKey().equals(OTHERS))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Shares of the stream's processes, in ms per second. */
  static double ofStream(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .filter(share -> share.getKey().startsWith(STREAM))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** What others used, in ms per second. */
  static double others(Map<String, Double> shares) {
    return shares.getOrDefault(OTHERS, 0.0);
  }

  /** Time that the machine's cores were busy, in ms. */
  private static long machineMs() throws IOException {
    String[] fields = Files.readAllLines(MACHINE).get(0).split("\\s+", -1);
    long ticks = 0;
    for (int i = 1; i < FIELDS; i++) {
      ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(fields[i]);
    }
    return ticks * TICK_MS;
  }

  /** Prints a table of the shares, and what they come to per leg. */
  static void print(Map<String, Double> shares, int legs) {
    System.out.println("| CPU per second | ms | per leg, ms |");
    System.out.println("|---|---|---|");
    shares.forEach((name, ms) -> row(name, ms, legs));
    row("all but other programs", sum(shares), legs);
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
      return STREAM + "model";
    }
    if (thread.startsWith("emotion-monitor")) {
      return STREAM + "stream threads";
    }
    if (thread.startsWith("kafka-producer")) {
      return STREAM + "producer";
    }
    return STREAM + (isJit(thread) ? "compiling" : "other, GC");
  }

  private static String ofBench(String thread) {
    return thread.equals("events") ? "bench: reader of events" : "bench: load";
  }

  private static boolean isJit(String thread) {
    return thread.startsWith("C1 ") || thread.startsWith("C2 ");
  }
}
