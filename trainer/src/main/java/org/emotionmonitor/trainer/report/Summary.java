package org.emotionmonitor.trainer.report;

import java.util.List;
import java.util.Locale;

/**
 * Mean and sample deviation of a number over runs.
 *
 * @param deviation 0 of a single run
 */
public record Summary(double mean, double deviation, int runs) {

  /** Of at least one number. */
  public static Summary of(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double deviation = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    return new Summary(mean, deviation, values.size());
  }

  /** In percent, such as {@code 61.0 ± 1.2}; without the deviation of a single run. */
  public String percent() {
    return runs < 2
        ? String.format(Locale.ROOT, "%.1f", 100 * mean)
        : String.format(Locale.ROOT, "%.1f ± %.1f", 100 * mean, 100 * deviation);
  }
}
