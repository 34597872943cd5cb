package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.onnx.ProviderChoice;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor bench}: how fast the model runs here. */
@Command(
    name = "bench",
    description = {
      "Measures how fast the model scores windows of 6 s on this machine's CPU and, if there is"
          + " one, on its GPU, by size of the batch.",
      "The features are random; the time does not depend on them."
    })
final class BenchCommand implements Callable<Integer> {

  private static final int MAX_BATCH = 256;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--batches",
      split = ",",
      paramLabel = "N",
      description = "Sizes of batches, 1 to 256 (default: ${DEFAULT-VALUE}).",
      defaultValue = "1,4,16,64,256")
  private List<Integer> batches;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Time for each size and provider (default: ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private double seconds;

  @Option(names = "--json", description = "Prints a JSON line for each measurement.")
  private boolean json;

  @Override
  public Integer call() {
    Config config = common.config(List.of(), List.of());
    if (!(seconds > 0 && seconds <= 600)
        || batches.stream().anyMatch(n -> n < 1 || n > MAX_BATCH)) {
      throw new ParameterException(
          spec.commandLine(), "--batches takes 1 to 256, --seconds more than 0, at most 600");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<ProviderChoice> providers = new ArrayList<>(List.of(ProviderChoice.CPU));
    if (config.scoring().provider() != ProviderChoice.CPU) {
      providers.add(config.scoring().provider());
    }
    ScorerBench reference = null;
    if (!json) {
      out.printf(
          "%-8s %6s %12s %12s %12s %14s%n",
          "provider", "batch", "windows/s", "p50 ms", "p99 ms", "differs by");
    }
    for (ProviderChoice provider : providers) {
      ScorerOptions options =
          new ScorerOptions(
              config.scoring().threads(),
              provider,
              provider != ProviderChoice.CPU && config.scoring().requireGpu());
      try (Scorer scorer = Scorer.open(config.scoring().model(), options)) {
        boolean again = reference != null && !scorer.provider().active().label().equals("cuda");
        if (again) {
          if (scorer.provider().fallback()) {
            spec.commandLine().getErr().printf("no GPU: %s%n", scorer.provider().reason());
          }
          break;
        }
        ScorerBench bench = new ScorerBench(scorer, reference);
        for (int batch : batches) {
          print(out, bench.measure(batch, seconds));
        }
        reference = bench;
      }
    }
    return ExitCodes.OK;
  }

  private void print(PrintWriter out, ScorerBench.Result result) {
    if (json) {
      out.println(Json.text(result));
    } else {
      out.printf(
          "%-8s %6d %12.1f %12.2f %12.2f %14s%n",
          result.provider(),
          result.batch(),
          result.windowsPerSecond(),
          result.p50Ms(),
          result.p99Ms(),
          result.difference() == null ? "" : "%.1e".formatted(result.difference()));
    }
    out.flush();
  }
}
