package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** CPU time that the threads of a process have used, in ms, as Linux counts it. */
final class ThreadTimes {

  /** Of the clock in which {@code /proc} counts; the same on all of Linux's usual builds. */
  private static final int TICK_MS = 10;

  /** Fields of {@code stat} behind the name, which ends in ")": state is 0, utime 11. */
  private static final int UTIME = 11;

  private static final int STIME = 12;

  private ThreadTimes() {}

  /**
   * The sums by group.
   *
   * @param group names the group of a thread, whose name Linux cuts to 15 characters
   */
  static Map<String, Long> of(long pid, UnaryOperator<String> group) throws IOException {
    Map<String, Long> times = new TreeMap<>();
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        add(thread, group, times);
      }
    }
    return times;
  }

  private static void add(Path thread, UnaryOperator<String> group, Map<String, Long> times)
      throws IOException {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      int end = stat.lastIndexOf(')');
      String name = stat.substring(stat.indexOf('(') + 1, end);
      String[] fields = stat.substring(end + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
      times.merge(group.apply(name), ticks * TICK_MS, Long::sum);
    } catch (NoSuchFileException e) {
      // It has ended meanwhile.
    }
  }
}
