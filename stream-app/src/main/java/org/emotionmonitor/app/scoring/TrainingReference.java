package org.emotionmonitor.app.scoring;

import java.util.Map;
import java.util.Optional;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.features.FeatureSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model's training data were like, as far as its file says so; parts may be missing.
 *
 * @param means of the features; null if not known
 * @param deviations of the features, standard deviations; null if not known
 * @param estimates mean probability of each emotion on the validation data; null if not known
 * @param entropyBits mean entropy of those probabilities, in bits; null if not known
 */
// Read once and handed to one reader; never compared.
@SuppressWarnings("ArrayRecordComponent")
record TrainingReference(
    double[] means, double[] deviations, double[] estimates, Double entropyBits) {

  static final String MEANS = "feature_mean";
  static final String DEVIATIONS = "feature_std";
  static final String ESTIMATES = "reference_estimates";
  static final String ENTROPY = "reference_entropy_bits";

  private static final Logger LOG = LoggerFactory.getLogger(TrainingReference.class);

  /** Reads the {@code metadata_props} of a model; what is missing or odd is left out. */
  static TrainingReference of(Map<String, String> props) {
    double[] means = numbers(props, MEANS, FeatureSpec.FEATURES).orElse(null);
    double[] deviations = numbers(props, DEVIATIONS, FeatureSpec.FEATURES).orElse(null);
    boolean both = means != null && deviations != null;
    return new TrainingReference(
        both ? means : null,
        both ? deviations : null,
        numbers(props, ESTIMATES, Emotion.values().length).orElse(null),
        numbers(props, ENTROPY, 1).map(bits -> bits[0]).orElse(null));
  }

  private static Optional<double[]> numbers(Map<String, String> props, String key, int count) {
    String text = props.get(key);
    if (text == null) {
      return Optional.empty();
    }
    String[] words = text.split(",", -1);
    double[] numbers = new double[words.length];
    try {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Double.parseDouble(words[i].strip());
      }
    } catch (NumberFormatException e) {
      LOG.warn("the model's {} is not a list of numbers; no drift is told by it", key);
      return Optional.empty();
    }
    if (numbers.length != count) {
      LOG.warn(
          "the model's {} has {} numbers, not {}; no drift is told by it",
          key,
          numbers.length,
          count);
      return Optional.empty();
    }
    return Optional.of(numbers);
  }
}
