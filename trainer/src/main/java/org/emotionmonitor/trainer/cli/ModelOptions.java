package org.emotionmonitor.trainer.cli;

import java.time.Clock;
import java.time.LocalDate;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.training.RunFolder;
import picocli.CommandLine.Option;

/** What an exported model is called. */
final class ModelOptions {

  @Option(
      names = "--name",
      defaultValue = "emotion",
      paramLabel = "NAME",
      description = "The model's name (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--model-version",
      defaultValue = "0.1.0",
      paramLabel = "VERSION",
      description = "The model's version (default: ${DEFAULT-VALUE}).")
  private String version;

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  ModelMetadata metadata(Manifest manifest, RunFolder run) {
    return ModelMetadata.of(
        name,
        version,
        manifest.corpora(Split.TRAIN),
        "speaker-disjoint train/dev/test of the manifest",
        MetricsSummary.json(run),
        run.metrics().trainerVersion(),
        LocalDate.now(Clock.systemUTC()));
  }
}
