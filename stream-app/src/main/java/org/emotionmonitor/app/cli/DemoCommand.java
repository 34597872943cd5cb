package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.DemoCall;
import org.emotionmonitor.app.ingest.ReplayOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor demo}: everything in one process. */
@Command(
    name = "demo",
    description = {
      "Shows the monitor at work: broker, stream and gateway in one process, with calls that play in"
          + " a loop, until Ctrl-C.",
      "The bundled calls are synthetic speech. Nothing stays on disk."
    })
final class DemoCommand implements Callable<Integer> {

  /**
   * Fewer partitions are up sooner. There is no other instance, so a machine that is short of CPU
   * must not cost a rebalance. The log lines are for the separate processes.
   */
  private static final List<String> OWN =
      List.of("topics.partitions=2", "stream.sessionTimeoutMs=10000", "logging.level=warn");

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private AudioOptions audio;

  @Option(
      names = "--audio",
      paramLabel = "FILE",
      arity = "1..*",
      description = "WAV or FLAC files to play instead of the bundled calls.")
  private List<Path> files = List.of();

  @Option(
      names = {"--once", "--no-loop"},
      description = "Plays every call one time; the page stays up until Ctrl-C.")
  private boolean once;

  @Option(
      names = {"-p", "--port"},
      description = "Port of the page; short for --set gateway.port=PORT.")
  private Integer port;

  @Override
  public Integer call() throws Exception {
    List<String> own = new ArrayList<>(OWN);
    own.addAll(PortSetting.of(port));
    common.config(own, List.of());
    ReplayOptions options = audio.options(1, 1);
    List<DemoCall> calls = checked(options);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Starting broker, stream and gateway ...");
    out.flush();
    try (Running running = new Running()) {
      Interrupts.closeOnExit(running);
      Demo demo = new Demo(running, forced -> common.config(own, forced), options, once);
      String url = demo.start(calls);
      out.printf(
          "The page is at %s - %s.%nCtrl-C stops everything.%n",
          url,
          calls.isEmpty()
              ? "two synthetic calls play " + (once ? "once" : "in a loop")
              : "%d of your files %s"
                  .formatted(calls.size(), once ? "play once" : "play in a loop"));
      out.flush();
      running.await();
    }
    return ExitCodes.OK;
  }

  // Bad files are to be found before anything starts.
  private List<DemoCall> checked(ReplayOptions options) throws java.io.IOException {
    new CallPlanner(options, "", "").plan(files, CallDetails.NONE);
    return files.stream().map(file -> new DemoCall(file, CallDetails.NONE)).toList();
  }
}
