package org.emotionmonitor.trainer.evaluation;

import java.util.List;

/** Temperature scaling of the emotion probabilities. */
public final class Calibration {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double LARGEST_LOG = Math.log(10);
  private static final double PRECISION = 1e-4;

  private Calibration() {}

  /**
   * The temperature that minimizes the negative log-likelihood (Guo et al. 2017), by golden-section
   * search over its logarithm; between 0.1 and 10.
   */
  public static double temperature(List<Prediction> predictions) {
    double low = -LARGEST_LOG;
    double high = LARGEST_LOG;
    while (high - low > PRECISION) {
      double a = high - GOLDEN * (high - low);
      double b = low + GOLDEN * (high - low);
      if (loss(predictions, Math.exp(a)) < loss(predictions, Math.exp(b))) {
        high = b;
      } else {
        low = a;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Mean negative log-likelihood at a temperature. */
  static double loss(List<Prediction> predictions, double temperature) {
    double sum = 0;
    for (Prediction p : predictions) {
      double[] scaled = scale(p.emotion(), temperature);
      sum -= Math.log(Math.max(1e-12, scaled[p.example().emotion().getAsInt()]));
    }
    return sum / predictions.size();
  }

  /** softmax(log p / temperature): what dividing the logits does. */
  public static double[] scale(float[] probabilities, double temperature) {
    double[] scaled = new double[probabilities.length];
    double sum = 0;
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = Math.pow(Math.max(1e-30, probabilities[c]), 1 / temperature);
      sum += scaled[c];
    }
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] /= sum;
    }
    return scaled;
  }
}
