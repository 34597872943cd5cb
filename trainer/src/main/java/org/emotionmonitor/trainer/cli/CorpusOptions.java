package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Background;
import org.emotionmonitor.trainer.augment.BackgroundFolder;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.MappingReader;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.layers.Parallel;
import picocli.CommandLine.Option;

/** Options that every command with recordings has. */
final class CorpusOptions {

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "FILE",
      description = "CSV with a row per recording.")
  private Path manifest;

  @Option(
      names = "--mapping",
      paramLabel = "NAME|FILE",
      description =
          "Makes the classes of the corpora's own emotions: product, ravdess, emodb, nemo, crema-d,"
              + " tess, savee, styletalk, or a CSV file (default: the manifest's column label).")
  private String mapping;

  @Option(
      names = "--cache",
      defaultValue = ".cache/features",
      paramLabel = "DIR",
      description = "Keeps computed features (default: ${DEFAULT-VALUE}).")
  private Path cache;

  @Option(
      names = "--noise",
      paramLabel = "DIR",
      description =
          "Recordings of background noise and hold music for recipe noisy_call (default: noise is"
              + " generated).")
  private Path noise;

  @Option(
      names = "--threads",
      defaultValue = "2",
      paramLabel = "N",
      description = "Threads for features; a layer uses one or two (default: ${DEFAULT-VALUE}).")
  private int threads;

  Manifest manifest() {
    return ManifestReader.read(manifest, Optional.ofNullable(mapping).map(MappingReader::read));
  }

  FeatureCache cache(Thresholds thresholds) {
    if (threads < 1) {
      throw new TrainerException("--threads is " + threads + "; it must be at least 1");
    }
    Parallel.setThreads(threads);
    Background background = noise == null ? Background.generated() : BackgroundFolder.open(noise);
    return new FeatureCache(cache, thresholds, threads, background);
  }
}
