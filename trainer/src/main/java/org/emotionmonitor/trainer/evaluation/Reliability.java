package org.emotionmonitor.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Confidence against accuracy in bins of equal width. */
public final class Reliability {

  private static final int BINS = 15;

  private Reliability() {}

  /**
   * What fell between two confidences.
   *
   * @param confidence mean, as accuracy; null of no utterance
   */
  public record Bin(double from, double to, int utterances, Double confidence, Double accuracy) {

    double share(int all) {
      return utterances / (double) all;
    }
  }

  /** All bins from 0 to 1, of emotions whose logits are divided by {@code temperature}. */
  public static List<Bin> bins(List<Prediction> predictions, double temperature) {
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    int[] counts = new int[BINS];
    for (Prediction p : predictions) {
      double c = p.confidence(temperature);
      int bin = Math.min(BINS - 1, (int) (c * BINS));
      confidence[bin] += c;
      counts[bin]++;
      right[bin] += p.isRight() ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      bins.add(
          new Bin(
              b / (double) BINS,
              (b + 1) / (double) BINS,
              counts[b],
              counts[b] == 0 ? null : confidence[b] / counts[b],
              counts[b] == 0 ? null : right[b] / (double) counts[b]));
    }
    return bins;
  }

  /**
   * Expected calibration error: the mean distance of confidence from accuracy over the bins,
   * weighted by their share (Naeini et al. 2015).
   */
  public static double error(List<Prediction> predictions, double temperature) {
    return bins(predictions, temperature).stream()
        .filter(b -> b.utterances() > 0)
        .mapToDouble(b -> b.share(predictions.size()) * Math.abs(b.confidence() - b.accuracy()))
        .sum();
  }
}
