package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      description = "Also report each ${COMPLETION-CANDIDATES} on its own.")
  private Group group;

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
      List<Example> examples = Data.examples(manifest, split, recipe, settings.seed(), cache);
      conditions.put(recipe.label(), examples);
      conditions.putAll(groups(recipe.label(), examples));
    }
    Evaluation evaluation = new Evaluation(run.loadBest(), run.reader(), settings.labels());
    ReportPrinter.print(
        System.out, settings.labels(), evaluation.reports(conditions, run.metrics().temperature()));
    return 0;
  }

  /** The examples of each value of the group, under the condition's name and the value. */
  private Map<String, List<Example>> groups(String condition, List<Example> examples) {
    if (group == null) {
      return Map.of();
    }
    return examples.stream()
        .collect(
            Collectors.groupingBy(
                e -> condition + " " + group.of(e.utterance()), TreeMap::new, Collectors.toList()));
  }
}
