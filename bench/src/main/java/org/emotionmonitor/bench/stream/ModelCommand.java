package org.emotionmonitor.bench.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.InputView;
import org.emotionmonitor.onnx.export.RandomWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model to measure with: what a model costs does not depend on its weights. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Writes an untrained model of the usual size, to measure with.")
final class ModelCommand implements Callable<Integer> {

  private static final int HIDDEN = 128;
  private static final int LAYERS = 2;

  @Parameters(paramLabel = "FILE", description = "The ONNX file.")
  private Path file;

  @Option(
      names = "--frames-per-step",
      defaultValue = "4",
      description = "Frames that the network takes at a time (default: ${DEFAULT-VALUE}).")
  private int framesPerStep;

  @Override
  public Integer call() throws Exception {
    InputView view = InputView.ZSCORE.withFramesPerStep(framesPerStep);
    ModelMetadata metadata =
        ModelMetadata.of(
            "random", "0", List.of("none"), "none", "{}", "0", LocalDate.of(2026, 1, 1));
    Files.write(file, GraphWriter.write(RandomWeights.of(1, HIDDEN, view, LAYERS, 1), metadata));
    return 0;
  }
}
