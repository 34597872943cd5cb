package org.emotionmonitor.trainer.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Calibration;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.evaluation.Prediction;

/** Compares ONNX Runtime's outputs with DL4J's on real windows of differing lengths. */
final class ParityCheck {

  /** Largest difference of any probability or attention weight. */
  static final double TOLERANCE = 1e-4;

  private final Ensemble model;
  private final double temperature;

  ParityCheck(Ensemble model, double temperature) {
    this.model = model;
    this.temperature = temperature;
  }

  /**
   * The largest difference over all outputs; each window is scored in one padded batch.
   *
   * @throws TrainerException if it is above {@link #TOLERANCE}
   */
  double require(byte[] exported, List<Example> windows) {
    Scores onnx = score(exported, windows);
    List<Prediction> dl4j = model.predict(windows);
    double worst = 0;
    worst = Math.max(worst, within("emotion", rows(dl4j, this::calibrated), onnx.emotion()));
    worst = Math.max(worst, within("rate", rows(dl4j, Prediction::rate), onnx.rate()));
    worst = Math.max(worst, within("volume", rows(dl4j, Prediction::volume), onnx.volume()));
    return Math.max(worst, within("attention", model.attention(windows), onnx.attention()));
  }

  private static Scores score(byte[] model, List<Example> windows) {
    try (Scorer scorer = Scorer.open(model, "the exported model", ScorerOptions.defaults())) {
      return VariantLoss.score(scorer, windows);
    }
  }

  private float[] calibrated(Prediction prediction) {
    double[] scaled = Calibration.scale(prediction.emotion(), temperature);
    float[] row = new float[scaled.length];
    for (int c = 0; c < row.length; c++) {
      row[c] = (float) scaled[c];
    }
    return row;
  }

  private static float[][] rows(List<Prediction> predictions, Function<Prediction, float[]> head) {
    return predictions.stream().map(head).toArray(float[][]::new);
  }

  private static double within(String output, float[][] dl4j, float[][] onnx) {
    double worst = 0;
    for (int i = 0; i < dl4j.length; i++) {
      if (onnx[i].length < dl4j[i].length) {
        throw new TrainerException(
            "parity: output %s of row %d has %d numbers in ONNX Runtime and %d in DL4J; the model was not written"
                .formatted(output, i, onnx[i].length, dl4j[i].length));
      }
      float[] own = Arrays.copyOf(onnx[i], dl4j[i].length);
      for (int c = 0; c < own.length; c++) {
        double distance = Math.abs(own[c] - dl4j[i][c]);
        // A NaN must fail, too.
        if (!(distance <= TOLERANCE)) {
          throw new TrainerException(
              "parity: output %s of window %d differs by %.2e between ONNX Runtime and DL4J (allowed %.0e); the model was not written: this is a defect of the export, please report it"
                  .formatted(output, i, distance, TOLERANCE));
        }
        worst = Math.max(worst, distance);
      }
    }
    return worst;
  }
}
