package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What is alive in a JVM's heap after a full collection, as {@code jcmd} tells. */
final class JvmProbe {

  private static final int COLUMNS = 4;
  private static final String TOTAL = "Total";

  private final long totalBytes;
  private final Map<String, Long> instances;

  private JvmProbe(long totalBytes, Map<String, Long> instances) {
    this.totalBytes = totalBytes;
    this.instances = instances;
  }

  /** Collects the garbage of a JVM and counts what is left. */
  static JvmProbe of(long pid) throws IOException, InterruptedException {
    // What the first collection only queues, such as buffers of references, goes with the second.
    histogram(pid);
    return parse(histogram(pid));
  }

  private static String histogram(long pid) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("jcmd failed: " + text);
    }
    return text;
  }

  private static JvmProbe parse(String histogram) {
    long total = 0;
    Map<String, Long> instances = new HashMap<>();
    for (String line : histogram.lines().toList()) {
      String[] words = line.trim().split("\\s+", -1);
      if (words[0].equals(TOTAL)) {
        total = Long.parseLong(words[2]);
      } else if (words.length >= COLUMNS && words[0].endsWith(":")) {
        instances.put(words[3], Long.parseLong(words[1]));
      }
    }
    return new JvmProbe(total, instances);
  }

  /** Bytes of all objects. */
  long totalBytes() {
    return totalBytes;
  }

  /** Objects of a class, whose simple name that is. */
  long instances(String simpleName) {
    return instances.entrySet().stream()
        .filter(e -> e.getKey().endsWith("." + simpleName))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Memory of a process, in heap and out of it. */
  static long residentBytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return 0;
  }
}
