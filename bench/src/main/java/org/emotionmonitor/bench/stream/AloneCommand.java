package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringOpener;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.LegTiming;
import org.emotionmonitor.app.topology.leg.OfflineLeg;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.VoiceActivity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What legs cost without Kafka: the bound on how many a machine can hold. */
@Command(
    name = "alone",
    mixinStandardHelpOptions = true,
    description = {
      "Computes features and scores windows of some legs without Kafka, on two threads and the",
      "scorer's, and prints CPU per leg by stage, and how many legs two cores could hold."
    })
final class AloneCommand implements Callable<Integer> {

  private static final int THREADS = 2;
  private static final double NANOS_PER_MS = 1e6;
  private static final int FRAME_MS = 10;
  private static final int BEHIND = 10;

  @Mixin private LoadOptions options;

  @Option(
      names = "--legs",
      defaultValue = "16",
      description = "Legs on each thread (default: ${DEFAULT-VALUE}).")
  private int legs;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description =
          "Audio of each leg, once to warm up and once that counts (default:"
              + " ${DEFAULT-VALUE}).")
  private int seconds;

  private Config config;
  private CallAudio audio;
  private ScoringService scoring;

  /** Frames of the windows that the model was given: a leg's first windows are shorter. */
  private final LongAdder scoredFrames = new LongAdder();

  @Override
  public Integer call() throws Exception {
    config = Config.load(List.of(), Map.of(), options.settings);
    audio = CallAudio.load();
    try (ScoringService service = ScoringOpener.open(config, Metrics.isolated())) {
      scoring = service;
      double frontEnd = 0;
      double speech = 0;
      double all = 0;
      double model = 0;
      // Once to warm up.
      for (int round = 0; round < 2; round++) {
        frontEnd = onThreads(this::frontEnds);
        speech = onThreads(this::speech);
        long before = scorerMs();
        scoredFrames.reset();
        all = onThreads(this::legs);
        model = (scorerMs() - before) * (double) FeatureSpec.WINDOW_FRAMES / scoredFrames.sum();
      }
      double legSeconds = (double) THREADS * legs * seconds;
      print(
          frontEnd / legSeconds,
          speech / legSeconds,
          (all - frontEnd - speech) / legSeconds,
          model / config.stream().timing().hopSeconds());
    }
    return 0;
  }

  private static void print(double frontEnd, double speech, double rest, double model) {
    double all = frontEnd + speech + rest + model;
    System.out.println("| stage | CPU per second of a leg, ms |");
    System.out.println("|---|---|");
    row("decoding, resampling, features", frontEnd);
    row("speech detection", speech);
    row("windows, quality, events", rest);
    row("model, full windows", model);
    row("all", all);
    System.out.printf(
        Locale.ROOT, "ALONE: %.2f ms a leg; two cores could hold %.0f legs%n", all, 2_000 / all);
  }

  private static void row(String stage, double ms) {
    System.out.printf(Locale.ROOT, "| %s | %.2f |%n", stage, ms);
  }

  private interface Work {

    /** Returns CPU time in ns. */
    long run();
  }

  /** CPU time of the work on all threads, in ms. */
  private static double onThreads(Work work) throws InterruptedException {
    long[] nanos = new long[THREADS];
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int me = i;
      threads[i] = new Thread(() -> nanos[me] = work.run(), "legs");
      threads[i].start();
    }
    double ms = 0;
    for (int i = 0; i < THREADS; i++) {
      threads[i].join();
      ms += nanos[i] / NANOS_PER_MS;
    }
    return ms;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long scorerMs() throws IOException {
    return ThreadTimes.of(ProcessHandle.current().pid(), name -> name).getOrDefault("scorer", 0L);
  }

  private long frontEnds() {
    FrontEnd[] ends = new FrontEnd[legs];
    for (int i = 0; i < legs; i++) {
      ends[i] = new FrontEnd(CallAudio.RATE, capacity());
    }
    return feed((leg, seq, samples) -> ends[leg].accept(samples, 0, samples.length));
  }

  private long speech() {
    VoiceActivity[] voices = new VoiceActivity[legs];
    for (int i = 0; i < legs; i++) {
      voices[i] = scoring.voices().resumeAt(null, CallAudio.RATE, capacity(), 0);
    }
    int perSecond = 1_000 / options.chunkMs;
    boolean[] out = new boolean[1];
    long[] spent = new long[1];
    feed(
        (leg, seq, samples) -> {
          long begin = cpuNanos();
          voices[leg].accept(samples, 0, samples.length);
          if (seq % perSecond == perSecond - 1) {
            // One frame shortly before the newest: the answer does not matter, the run does.
            voices[leg].speech((seq + 1L) * options.chunkMs / FRAME_MS - BEHIND, 1, out);
          }
          spent[0] += cpuNanos() - begin;
        });
    return spent[0];
  }

  private interface Fed {

    void accept(int leg, int seq, float[] samples);
  }

  /** Decodes all legs' audio; returns the CPU time of it all, in ns. */
  private long feed(Fed fed) {
    float[] samples = new float[chunkBytes()];
    return inTurn(
        (leg, seq, chunk) -> {
          Encoding.PCMU.decode(chunk, 0, chunk.length, samples, 0);
          fed.accept(leg, seq, samples);
        });
  }

  private interface Turn {

    void take(int leg, int seq, byte[] chunk);
  }

  /** Goes through all legs' audio, chunk by chunk in turn; returns the CPU time of it, in ns. */
  private long inTurn(Turn turn) {
    int bytes = chunkBytes();
    long begin = cpuNanos();
    for (int seq = 0; seq < seconds * 1_000 / options.chunkMs; seq++) {
      for (int leg = 0; leg < legs; leg++) {
        turn.take(leg, seq, audio.slice(leg, legs, (long) seq * bytes, bytes));
      }
    }
    return cpuNanos() - begin;
  }

  private int chunkBytes() {
    return options.chunkMs * CallAudio.RATE / 1_000;
  }

  private long legs() {
    OfflineLeg[] all = new OfflineLeg[legs];
    for (int i = 0; i < legs; i++) {
      LegKey key = new LegKey("alone-" + i, "customer");
      all[i] =
          new OfflineLeg(
              StartRecord.of(
                  key,
                  Role.CUSTOMER,
                  Encoding.PCMU,
                  CallAudio.RATE,
                  options.chunkMs,
                  Instant.now()),
              config.stream().timing(),
              scoring,
              Metrics.isolated(),
              (window, score, events) -> count(window, score));
    }
    long nanos =
        inTurn((leg, seq, chunk) -> all[leg].accept(seq, (long) seq * options.chunkMs, chunk));
    long begin = cpuNanos();
    for (OfflineLeg leg : all) {
      leg.end();
    }
    return nanos + cpuNanos() - begin;
  }

  private void count(DueWindow window, WindowScore score) {
    if (!score.unanswered()) {
      scoredFrames.add(window.frames());
    }
  }

  private int capacity() {
    return LegTiming.live(config.stream().timing()).capacityFrames();
  }
}
