package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What it costs to keep the legs' audio in a changelog, and what it would to read it again. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description = {
      "Prints bytes that the broker writes and CPU by thread, with the changelog of the legs' audio",
      "and without it; then how long it takes to read that changelog, or the newest audio of the",
      "input topic in its place, and to rebuild the legs when the instance has been killed."
    })
final class StateCommand implements Callable<Integer> {

  /** Audio that a leg is rebuilt from: eight seconds of frames, five to begin with. */
  private static final int REBUILT_MS = 13_000;

  private static final double MEBI = 1 << 20;
  private static final int REBUILD_WAIT_S = 30;
  private static final Pattern REBUILT = Pattern.compile("(\\d+) legs rebuilt in (\\d+) ms");

  @Mixin private LoadOptions options;

  @Option(names = "--legs", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}.")
  private int legs;

  @Option(
      names = "--seconds",
      defaultValue = "40",
      description = "That count, for each of the two (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds before, which do not count (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  private CallAudio audio;

  @Override
  public Integer call() throws Exception {
    audio = CallAudio.load();
    Path folder = options.folder();
    boolean rebuilt = measure(Files.createDirectories(folder.resolve("logged")), true);
    options.settings.add(UnloggedChunks.SETTING);
    return measure(Files.createDirectories(folder.resolve("unlogged")), false) && rebuilt ? 0 : 1;
  }

  private boolean measure(Path folder, boolean logged) throws Exception {
    System.out.printf("%n%s changelog of the audio%n", logged ? "With" : "Without");
    try (Cluster cluster = new Cluster(folder, 1, options)) {
      cluster.addStream();
      int afterwards = logged ? REBUILD_WAIT_S : 0;
      try (Load load = new Load(audio, cluster.bootstrap(), "calls.audio", legs, options.chunkMs)) {
        Thread sender = new Thread(() -> load.run("s", warmUp + seconds + afterwards), "load");
        sender.start();
        Thread.sleep(warmUp * 1_000L);
        costs(cluster);
        boolean rebuilt = true;
        if (logged) {
          readAgain(cluster.bootstrap());
          rebuilt = rebuild(cluster);
        }
        sender.join();
        load.requireAllSent();
        return rebuilt;
      }
    }
  }

  private void costs(Cluster cluster) throws IOException, InterruptedException {
    Map<String, Long> before = TopicBytes.of(cluster.bootstrap());
    CpuUse cpu = CpuUse.begin(cluster);
    Thread.sleep(seconds * 1_000L);
    Map<String, Double> shares = cpu.perSecond();
    Map<String, Long> after = TopicBytes.of(cluster.bootstrap());
    System.out.println("| broker writes | bytes per second of a leg |");
    System.out.println("|---|---|");
    after.forEach(
        (what, bytes) ->
            System.out.printf(
                "| %s | %d |%n",
                what, (bytes - before.getOrDefault(what, 0L)) / ((long) legs * seconds)));
    System.out.printf(
        Locale.ROOT,
        "state of the instance on disk: %.1f MB%n",
        StateFiles.bytes(cluster.stateFolder(0)) / MEBI);
    CpuUse.print(shares, legs);
  }

  private static void readAgain(String bootstrap) {
    String changelog = "emotion-monitor" + UnloggedChunks.CHANGELOG;
    print("the changelog of the audio, from its begin", ReadBack.of(bootstrap, changelog, 0));
    long from = System.currentTimeMillis() - REBUILT_MS;
    print("13 s of the input topic", ReadBack.of(bootstrap, "calls.audio", from));
  }

  private static void print(String what, ReadBack read) {
    System.out.printf(
        Locale.ROOT,
        "read again: %s: %d records, %.1f MB, in %d ms%n",
        what,
        read.records(),
        read.bytes() / MEBI,
        read.ms());
  }

  /** Kills the instance and waits until its successor has all legs. */
  private boolean rebuild(Cluster cluster) throws IOException, InterruptedException {
    cluster.kill(0);
    cluster.restart(0);
    long end = System.nanoTime() + REBUILD_WAIT_S * 1_000_000_000L;
    int count = 0;
    List<Integer> ms = new ArrayList<>();
    while (count < legs && System.nanoTime() < end) {
      Thread.sleep(200);
      count = 0;
      ms.clear();
      Matcher line = REBUILT.matcher(cluster.log(0));
      while (line.find()) {
        count += Integer.parseInt(line.group(1));
        ms.add(Integer.parseInt(line.group(2)));
      }
    }
    System.out.printf(
        "%s: %d of %d legs, in %d tasks, %d ms of their threads%n",
        count >= legs ? "LEGS-REBUILT" : "LEGS-NOT-REBUILT",
        count,
        legs,
        ms.size(),
        ms.stream().mapToInt(Integer::intValue).sum());
    return count >= legs;
  }
}
