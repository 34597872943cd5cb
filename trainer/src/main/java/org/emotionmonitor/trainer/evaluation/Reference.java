package org.emotionmonitor.trainer.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How a model answers on recordings of a known kind; the service compares what it sees with it.
 *
 * @param condition such as {@code telephone}
 * @param estimates mean calibrated probability per emotion
 * @param entropyBits mean entropy of the calibrated probabilities
 */
public record Reference(String condition, List<Double> estimates, double entropyBits) {

  public Reference {
    estimates = List.copyOf(estimates);
  }

  /** Means over the predictions, their logits divided by {@code temperature}. */
  public static Reference of(String condition, List<Prediction> predictions, double temperature) {
    double[] sum = new double[predictions.get(0).emotion().length];
    double entropy = 0;
    for (Prediction prediction : predictions) {
      double[] p = Calibration.scale(prediction.emotion(), temperature);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += p[c] / predictions.size();
        entropy -= p[c] > 0 ? p[c] * Math.log(p[c]) / Math.log(2) : 0;
      }
    }
    return new Reference(
        condition, Arrays.stream(sum).boxed().toList(), entropy / predictions.size());
  }
}
