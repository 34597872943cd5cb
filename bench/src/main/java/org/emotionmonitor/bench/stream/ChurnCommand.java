package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.bench.stream.EventLog.Seen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether legs that have ended leave anything behind. */
@Command(
    name = "churn",
    mixinStandardHelpOptions = true,
    description = {
      "Short legs come and go; then counts objects in the heap, series of metrics and entries of the",
      "state stores, which must be as before the legs. Calls are remembered for ten minutes."
    })
final class ChurnCommand implements Callable<Integer> {

  private static final long MEBI = 1 << 20;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final String OURS = "emotion_monitor_";
  private static final List<String> PER_LEG = List.of("LiveLeg", "LegPipeline", "FrontEnd");

  @Mixin private LoadOptions options;

  @Option(names = "--legs", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
  private int legs;

  @Option(
      names = "--at-once",
      defaultValue = "50",
      description = "Live at a time (default: ${DEFAULT-VALUE}).")
  private int atOnce;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "Audio of each leg (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--speed",
      defaultValue = "2",
      description = "Times real time (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--settle-seconds",
      defaultValue = "720",
      description = "Before the stores are counted (default: ${DEFAULT-VALUE}).")
  private long settleSeconds;

  @Override
  public Integer call() throws Exception {
    options.settings.add("stream.maxLagSeconds=0");
    boolean clean;
    try (Cluster cluster = new Cluster(options.folder(), 1, options)) {
      cluster.addStream();
      clean = churn(cluster);
      cluster.removeStream();
      Map<String, Long> entries = StateFiles.entries(cluster.stateFolder(0));
      System.out.println("entries of the stores: " + entries);
      clean &= entries.size() > 0 && entries.values().stream().allMatch(n -> n == 0);
    }
    System.out.println(clean ? "CHURN-CLEAN" : "CHURN-LEAVES-SOMETHING");
    return clean ? 0 : 1;
  }

  private boolean churn(Cluster cluster) throws Exception {
    long pid = cluster.streamPids().get(0);
    try (EventLog events = new EventLog(cluster.bootstrap(), "calls.emotion");
        Load load =
            new Load(
                CallAudio.load(), cluster.bootstrap(), "calls.audio", atOnce, options.chunkMs)) {
      load.speed(speed);
      int waves = legs / atOnce;
      // By then the producers' pools of buffers are as large as they get.
      int warmUp = waves / 3;
      for (int wave = 0; wave < warmUp; wave++) {
        load.run("c" + wave, seconds);
      }
      events.awaitQuiet(QUIET);
      JvmProbe before = JvmProbe.of(pid);
      long series = series(cluster);
      for (int wave = warmUp; wave < waves; wave++) {
        load.run("c" + wave, seconds);
      }
      events.awaitQuiet(QUIET);
      Thread.sleep(settleSeconds * 1_000);
      JvmProbe after = JvmProbe.of(pid);
      boolean heard = heard(events, waves);
      return compare(before, after, series, series(cluster)) && heard;
    }
  }

  private boolean compare(JvmProbe before, JvmProbe after, long seriesBefore, long seriesAfter) {
    System.out.printf(
        Locale.ROOT,
        "heap %.1f MB after a third of the legs, %.1f MB after all; series of metrics %d, then %d%n",
        (double) before.totalBytes() / MEBI,
        (double) after.totalBytes() / MEBI,
        seriesBefore,
        seriesAfter);
    boolean clean =
        after.totalBytes() < before.totalBytes() + 2 * MEBI && seriesAfter <= seriesBefore;
    for (String type : PER_LEG) {
      System.out.printf("%s in the heap: %d%n", type, after.instances(type));
      clean &= after.instances(type) == 0;
    }
    return clean;
  }

  private boolean heard(EventLog events, int waves) {
    long heard = events.seen().stream().map(Seen::leg).distinct().count();
    System.out.printf("%d of %d legs had events%n", heard, waves * atOnce);
    return heard == (long) waves * atOnce;
  }

  private static long series(Cluster cluster) throws IOException, InterruptedException {
    URI metrics = cluster.management(0).resolve("/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(OURS))
        .count();
  }
}
