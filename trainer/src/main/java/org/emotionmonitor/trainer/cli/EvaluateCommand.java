package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
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
    description = "Prints accuracy, UAR, calibration and confusion of a run's best model.",
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

  @Override
  public Integer call() {
    RunFolder run = RunFolder.existing(folder);
    TrainSettings settings = run.settings();
    Manifest manifest = corpus.manifest();
    if (manifest.labelled(split).isEmpty()) {
      throw new TrainerException("the manifest has no labelled row in split " + split.label());
    }
    FeatureCache cache = corpus.cache(settings.thresholds());
    Map<String, List<Example>> conditions = new LinkedHashMap<>();
    for (Recipe recipe : List.of(Recipe.CLEAN, Recipe.TELEPHONE)) {
      conditions.put(
          recipe.label(), Data.examples(manifest, split, recipe, settings.seed(), cache));
    }
    Evaluation evaluation = new Evaluation(run.loadBest(), run.normalization());
    ReportPrinter.print(System.out, evaluation.reports(conditions, run.metrics().temperature()));
    return 0;
  }
}
