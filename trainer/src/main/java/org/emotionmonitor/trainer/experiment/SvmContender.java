package org.emotionmonitor.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.evaluation.Confusion;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.svm.SupportVectors;
import org.emotionmonitor.trainer.training.ClassWeights;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.TrainSettings;

/** The support vector machine of a comparison. */
final class SvmContender {

  /** Training takes the square of it. */
  private static final int MOST_EXAMPLES = 6_000;

  private final Manifest manifest;
  private final FeatureCache cache;

  SvmContender(Manifest manifest, FeatureCache cache) {
    this.manifest = manifest;
    this.cache = cache;
  }

  ContenderResult result(Contender system, TrainSettings settings) {
    long start = System.nanoTime();
    Data data = Data.prepare(manifest, settings, cache);
    double[] weights =
        ClassWeights.of(
            manifest.labelled(Split.TRAIN),
            settings.labels().size(),
            settings.loss().classWeightPower());
    List<Example> dev = examples(Split.DEV, settings);
    SupportVectors svm = SupportVectors.train(train(data), dev, weights);
    List<Example> clean = examples(Split.TRAIN, settings);
    double trainAccuracy =
        Confusion.ofEmotions(svm.predict(clean), settings.labels().size()).accuracy();
    return new ContenderResult(
        system,
        settings,
        (long) svm.size() * SupportVectors.STATISTICS,
        "%d support vectors, %s".formatted(svm.size(), svm.choice()),
        trainAccuracy,
        report(svm, Split.DEV, dev, settings),
        report(svm, Split.TEST, examples(Split.TEST, settings), settings),
        (System.nanoTime() - start) / 1e9,
        List.of());
  }

  /** As many variants as it can take. */
  private static List<Example> train(Data data) {
    List<Example> examples = new ArrayList<>(data.train().get(0));
    for (List<Example> variant : data.train().subList(1, data.train().size())) {
      if (examples.size() + variant.size() <= MOST_EXAMPLES) {
        examples.addAll(variant);
      }
    }
    return examples;
  }

  private List<Example> examples(Split split, TrainSettings settings) {
    return Data.examples(manifest, split, Recipe.CLEAN, settings.seed(), cache);
  }

  private static Report report(
      SupportVectors svm, Split split, List<Example> examples, TrainSettings settings) {
    return examples.isEmpty()
        ? null
        : Report.of(split.label(), svm.predict(examples), settings.labels(), 1);
  }
}
