package org.emotionmonitor.trainer.export;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.data.Batches;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Confusion;
import org.emotionmonitor.trainer.evaluation.Prediction;
import org.emotionmonitor.trainer.progress.Progress;

/** Scores windows with two models in ONNX Runtime, in batches as the service does, and compares. */
final class VariantLoss {

  private static final int BATCH = 8;

  private VariantLoss() {}

  static Variant of(
      String precision,
      String file,
      long bytes,
      byte[] fp32,
      byte[] other,
      List<Example> windows,
      String measured) {
    List<Prediction> reference = score("fp32", fp32, windows);
    List<Prediction> own = score(precision, other, windows);
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < own.size(); i++) {
      float[] a = reference.get(i).emotion();
      float[] b = own.get(i).emotion();
      int best = 0;
      for (int c = 0; c < a.length; c++) {
        largest = Math.max(largest, Math.abs(a[c] - b[c]));
        best = a[c] > a[best] ? c : best;
      }
      sum += Math.abs(a[best] - b[best]);
    }
    int classes = LabelSet.PRODUCT.size();
    Confusion before = Confusion.ofEmotions(reference, classes);
    Confusion after = Confusion.ofEmotions(own, classes);
    return new Variant(
        precision,
        file,
        bytes,
        null,
        own.size(),
        after.uar(),
        before.uar(),
        after.accuracy(),
        before.accuracy(),
        largest,
        sum / own.size(),
        measured);
  }

  private static List<Prediction> score(String name, byte[] model, List<Example> windows) {
    List<Prediction> predictions = new ArrayList<>();
    try (Scorer scorer = Scorer.open(model, "the " + name + " model", ScorerOptions.defaults());
        Progress progress = Progress.bar("onnx " + name, windows.size())) {
      for (List<Example> batch : Batches.sorted(windows, BATCH)) {
        Scores scores = score(scorer, batch);
        for (int i = 0; i < batch.size(); i++) {
          predictions.add(
              new Prediction(
                  batch.get(i), scores.emotion()[i], scores.rate()[i], scores.volume()[i]));
          progress.step();
        }
      }
    }
    return predictions;
  }

  /** One padded batch. */
  static Scores score(Scorer scorer, List<Example> batch) {
    int t = batch.stream().mapToInt(Example::frames).max().orElseThrow();
    float[] features = new float[batch.size() * t * FeatureSpec.FEATURES];
    int[] lengths = new int[batch.size()];
    for (int i = 0; i < lengths.length; i++) {
      float[] own = batch.get(i).read();
      System.arraycopy(own, 0, features, i * t * FeatureSpec.FEATURES, own.length);
      lengths[i] = batch.get(i).frames();
    }
    return scorer.score(features, lengths, lengths.length, t);
  }
}
