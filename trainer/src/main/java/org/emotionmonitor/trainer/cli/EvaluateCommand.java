package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.TrainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports of a finished run's best network. */
@Command(
    name = "evaluate",
    description =
        "Measures a run's best model on a split: per condition, class and group, calibration,"
            + " coverage; tables, JSON and plots go to the run's folder.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "A run's folder.")
  private Path folder;

  @Option(
      names = "--split",
      defaultValue = "dev",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Split split;

  @Option(
      names = "--conditions",
      split = ",",
      paramLabel = "RECIPE",
      description = "${COMPLETION-CANDIDATES} (default: all of an evaluation).")
  private List<Recipe> conditions = Recipe.conditions();

  @Override
  public Integer call() {
    RunFolder run = RunFolder.existing(folder);
    TrainSettings settings = run.settings();
    Manifest manifest = corpus.manifest();
    if (!manifest.labels().equals(settings.labels())) {
      throw new TrainerException(
          "the run's classes are %s and the manifest's %s; give the same --mapping as in training"
              .formatted(settings.labels().names(), manifest.labels().names()));
    }
    if (manifest.labelled(split).isEmpty()) {
      throw new TrainerException("the manifest has no labelled row in split " + split.label());
    }
    Map<String, List<Example>> examples =
        Data.conditions(
            manifest, split, conditions, settings.seed(), corpus.cache(settings.thresholds()));
    Evaluation evaluation = new Evaluation(run.model(), settings.labels());
    new Measurement(evaluation, run).measure(split, examples, run.metrics().temperature());
    return 0;
  }
}
