package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.export.Exporter;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.TrainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the ONNX model of a finished run. */
@Command(
    name = "export",
    description = "Writes a run's best model as ONNX, if ONNX Runtime computes what DL4J does.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;
  @Mixin private ModelOptions model;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "A run's folder.")
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The ONNX file.")
  private Path out;

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; int8 and fp16 (for the CUDA provider only) are written beside the"
              + " file (default: fp32,int8).")
  private List<Precision> precisions = Export.USUAL;

  @Override
  public Integer call() {
    RunFolder run = RunFolder.existing(folder);
    TrainSettings settings = run.settings();
    Exporter.obstacle(settings.network(), settings.labels())
        .ifPresent(
            why -> {
              throw new TrainerException(
                  "run %s cannot be exported for the service: %s".formatted(folder, why));
            });
    Manifest manifest = corpus.manifest();
    List<Example> windows =
        Data.examples(
            manifest,
            Split.DEV,
            Recipe.CLEAN,
            settings.seed(),
            corpus.cache(settings.thresholds()));
    new Export(run, model.metadata(manifest, run)).write(run.model(), windows, out, precisions);
    return 0;
  }
}
