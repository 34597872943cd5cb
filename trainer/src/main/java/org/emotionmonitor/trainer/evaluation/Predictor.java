package org.emotionmonitor.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.trainer.data.Batches;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.progress.Progress;

/** Runs a model over examples, in batches of similar length. */
public final class Predictor {

  private static final int BATCH = 32;

  private final Ensemble model;

  public Predictor(Ensemble model) {
    this.model = model;
  }

  /** One prediction per example, in the batches' order. */
  public List<Prediction> predict(List<Example> examples, Progress progress) {
    List<Prediction> predictions = new ArrayList<>();
    for (List<Example> batch : Batches.sorted(examples, BATCH)) {
      for (Prediction prediction : model.predict(batch)) {
        predictions.add(prediction);
        progress.step();
      }
    }
    return predictions;
  }
}
