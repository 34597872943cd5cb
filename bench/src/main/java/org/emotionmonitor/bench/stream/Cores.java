package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which cores the processes run on. */
final class Cores {

  /** Those that this process began with. */
  private static final int ALL = Runtime.getRuntime().availableProcessors();

  private static final String STREAM = "0";
  private static final String OTHERS = "1-" + Math.max(1, ALL - 1);

  @Option(
      names = "--apart",
      description = {
        "The stream process has core 0 to itself; broker, load and reader have the others. Needs",
        "Linux's taskset."
      })
  private boolean apart;

  /** How many there are for the stream process. */
  int ofStream() {
    return apart ? 1 : ALL;
  }

  /** A stream process's command, on its cores. */
  List<String> stream(List<String> command) {
    return on(STREAM, command);
  }

  /** A broker's command, on its cores. */
  List<String> others(List<String> command) {
    return on(OTHERS, command);
  }

  /** Has this process leave the stream's core. */
  void leave() throws IOException, InterruptedException {
    if (apart) {
      String pid = Long.toString(ProcessHandle.current().pid());
      Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", OTHERS, pid).start();
      if (taskset.waitFor() != 0) {
        throw new IllegalStateException("taskset does not pin this process to cores " + OTHERS);
      }
    }
  }

  private List<String> on(String cores, List<String> command) {
    List<String> pinned = new ArrayList<>();
    if (apart) {
      pinned.addAll(List.of("taskset", "-c", cores));
    }
    pinned.addAll(command);
    return pinned;
  }
}
