package org.emotionmonitor.trainer.experiment;

import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.evaluation.Confusion;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.EnsembleRun;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.TrainSettings;

/** One network of a comparison. */
final class NetworkContender {

  private final Manifest manifest;
  private final FeatureCache cache;

  NetworkContender(Manifest manifest, FeatureCache cache) {
    this.manifest = manifest;
    this.cache = cache;
  }

  ContenderResult result(Contender system, TrainSettings settings, Path folder) {
    RunFolder run = RunFolder.create(folder);
    EnsembleRun.Trained trained = new EnsembleRun(settings, manifest, cache, run).train();
    Evaluation evaluation = new Evaluation(trained.model(), settings.labels());
    List<Example> train = examples(Split.TRAIN, settings);
    double trainAccuracy =
        Confusion.ofEmotions(evaluation.predict("train", train), settings.labels().size())
            .accuracy();
    return new ContenderResult(
        system,
        settings,
        trained.model().parameters(),
        "epoch " + trained.checkpoints().get(0).bestEpoch(),
        trainAccuracy,
        report(evaluation, Split.DEV, settings),
        report(evaluation, Split.TEST, settings),
        trained.seconds(),
        trained.histories().get(0));
  }

  private List<Example> examples(Split split, TrainSettings settings) {
    return Data.examples(manifest, split, Recipe.CLEAN, settings.seed(), cache);
  }

  private Report report(Evaluation evaluation, Split split, TrainSettings settings) {
    List<Example> examples = examples(split, settings);
    return examples.isEmpty()
        ? null
        : Report.of(
            split.label(), evaluation.predict(split.label(), examples), settings.labels(), 1);
  }
}
