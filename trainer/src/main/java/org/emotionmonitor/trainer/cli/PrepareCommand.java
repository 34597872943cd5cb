package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.trainer.corpus.MappingReader;
import org.emotionmonitor.trainer.prepare.Corpora;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A manifest of corpora as they were published. */
@Command(
    name = "prepare",
    description = "Writes a manifest of the recordings of one or more published corpora.",
    mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "NAME=DIR",
      description =
          "A corpus and its folder; may be repeated. Known: ravdess, emodb, nemo, crema-d, tess,"
              + " savee, styletalk.")
  private Map<String, Path> folders = new LinkedHashMap<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The manifest; it names the recordings relative to its own place.")
  private Path out;

  @Option(
      names = "--mapping",
      defaultValue = "product",
      paramLabel = "NAME|FILE",
      description = "Makes the column label of the corpora's emotions (default: ${DEFAULT-VALUE}).")
  private String mapping;

  @Option(
      names = "--split",
      defaultValue = "70/15/15",
      paramLabel = "A/B/C",
      description =
          "Shares of each corpus' speakers in train, dev and test (default: ${DEFAULT-VALUE}).")
  private String split;

  @Option(
      names = "--folds",
      defaultValue = "0",
      paramLabel = "N",
      description = "Folds of a cross-validation by speaker (default: none).")
  private int folds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of the speakers' order (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "2",
      paramLabel = "N",
      description = "Threads that measure (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() {
    Corpora.prepare(
        folders, MappingReader.read(mapping), split, folds, seed, threads, out, System.out);
    return 0;
  }
}
