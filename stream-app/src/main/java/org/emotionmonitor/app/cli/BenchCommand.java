package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.onnx.ModelFile;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Provider;
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
      "Measures how fast the model scores windows of 6 s on this machine's CPU, in fp32 and in"
          + " int8 if the model has such a file, and, if there is one, on its GPU, by size of the"
          + " batch.",
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
    if (!json) {
      spec.commandLine()
          .getOut()
          .printf(
              "%-8s %-9s %6s %12s %12s %12s %14s%n",
              "provider", "precision", "batch", "windows/s", "p50 ms", "p99 ms", "differs by");
    }
    ScoringConfig scoring = config.scoring();
    ModelFile model = ModelFile.read(scoring.model());
    ScorerOptions cpu = new ScorerOptions(scoring.threads());
    ScorerBench reference;
    try (Scorer scorer = Scorer.open(model, cpu)) {
      reference = measure(scorer, null);
    }
    Optional<ModelFile> int8 = ModelFile.beside(scoring.model(), Precision.INT8);
    if (int8.isPresent()) {
      try (Scorer scorer = Scorer.open(int8.get(), cpu)) {
        measure(scorer, reference);
      }
    }
    if (scoring.provider() != ProviderChoice.CPU) {
      gpu(model, scoring, reference);
    }
    return ExitCodes.OK;
  }

  private void gpu(ModelFile model, ScoringConfig scoring, ScorerBench reference) {
    ScorerOptions options =
        new ScorerOptions(scoring.threads(), scoring.provider(), scoring.requireGpu());
    try (Scorer scorer = Scorer.open(model, options)) {
      if (scorer.provider().active() == Provider.CUDA) {
        measure(scorer, reference);
      } else if (scorer.provider().fallback()) {
        spec.commandLine().getErr().printf("no GPU: %s%n", scorer.provider().reason());
      }
    }
  }

  private ScorerBench measure(Scorer scorer, ScorerBench reference) {
    ScorerBench bench = new ScorerBench(scorer, reference);
    PrintWriter out = spec.commandLine().getOut();
    for (int batch : batches) {
      print(out, bench.measure(batch, seconds));
    }
    return bench;
  }

  private void print(PrintWriter out, ScorerBench.Result result) {
    if (json) {
      out.println(Json.text(result));
    } else {
      out.printf(
          "%-8s %-9s %6d %12.1f %12.2f %12.2f %14s%n",
          result.provider(),
          result.precision(),
          result.batch(),
          result.windowsPerSecond(),
          result.p50Ms(),
          result.p99Ms(),
          result.difference() == null ? "" : "%.1e".formatted(result.difference()));
    }
    out.flush();
  }
}
