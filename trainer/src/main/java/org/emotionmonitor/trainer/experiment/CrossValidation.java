package org.emotionmonitor.trainer.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.report.TextFiles;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.EnsembleRun;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.TrainSettings;

/**
 * Trains a network per fold of speakers on the others and tests it on the fold. What an earlier run
 * has finished is not done again; a fold that it was training goes on from its checkpoint.
 */
public final class CrossValidation {

  private final Manifest manifest;
  private final FeatureCache cache;
  private final Choice choice;
  private final LongFunction<TrainSettings> settings;
  private final Path folder;

  /**
   * @param settings of a seed
   */
  public CrossValidation(
      Manifest manifest,
      FeatureCache cache,
      Choice choice,
      LongFunction<TrainSettings> settings,
      Path folder) {
    this.manifest = manifest;
    this.cache = cache;
    this.choice = choice;
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * A result per fold and seed, fold by fold.
   *
   * @throws TrainerException if there is no fold, or one that the manifest does not have
   */
  public List<FoldResult> run(List<Integer> folds, List<Long> seeds) {
    if (folds.isEmpty() || seeds.isEmpty()) {
      throw new TrainerException(
          "manifest %s: nothing to do for the folds %s and seeds %s; its column fold must number at least three groups of speakers"
              .formatted(manifest.file(), folds, seeds));
    }
    List<FoldResult> results = new ArrayList<>();
    for (int fold : folds) {
      for (long seed : seeds) {
        results.add(result(fold, settings.apply(seed)));
      }
    }
    return results;
  }

  private FoldResult result(int fold, TrainSettings wanted) {
    Path own = folder.resolve("fold%d-seed%d".formatted(fold, wanted.seed()));
    Path file = own.resolve("result.json");
    FoldResult known = TextFiles.readJson(file, FoldResult.class).orElse(null);
    if (known == null) {
      System.err.printf("fold %d, seed %d%n", fold, wanted.seed());
      known = compute(fold, wanted, RunFolder.create(own));
      TextFiles.writeJson(file, known);
    } else if (!known.settings().equals(wanted) || known.choice() != choice) {
      throw new TrainerException(
          "%s is of other settings; give the same options to go on with them, or another --out"
              .formatted(file));
    }
    return known;
  }

  private FoldResult compute(int fold, TrainSettings wanted, RunFolder run) {
    Manifest split = manifest.fold(fold);
    Manifest own = choice == Choice.LAST ? split.devInTrain() : split;
    EnsembleRun.Trained trained = new EnsembleRun(wanted, own, cache, run).train();
    Evaluation evaluation = new Evaluation(trained.model(), wanted.labels());
    List<Example> test = Data.examples(own, Split.TEST, Recipe.CLEAN, wanted.seed(), cache);
    return new FoldResult(
        fold,
        choice,
        wanted,
        trained.checkpoints().get(0).bestEpoch(),
        Report.of("fold " + fold, evaluation.predict("fold " + fold, test), wanted.labels(), 1),
        trained.seconds(),
        trained.histories().get(0));
  }
}
