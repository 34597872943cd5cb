package org.emotionmonitor.trainer.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Reference;

/**
 * What the service compares its calls with, as entries of the model's metadata. Numbers are joined
 * by commas.
 */
public final class DriftReference {

  private DriftReference() {}

  /**
   * The entries: {@code feature_mean}, {@code feature_std} (205 numbers each), {@code
   * reference_condition}, {@code reference_estimates} (mean probability per emotion) and {@code
   * reference_entropy_bits}.
   */
  public static Map<String, String> of(Normalization normalization, Reference reference) {
    return Map.of(
        "feature_mean", text(normalization.mean()),
        "feature_std", text(normalization.std()),
        "reference_condition", reference.condition(),
        "reference_estimates", text(reference.estimates()),
        "reference_entropy_bits", Float.toString((float) reference.entropyBits()));
  }

  private static String text(float[] values) {
    return text(IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList());
  }

  /** As short as float32 allows. */
  private static String text(List<Double> values) {
    return values.stream()
        .map(v -> Float.toString(v.floatValue()))
        .collect(Collectors.joining(","));
  }
}
