package org.emotionmonitor.app.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A probabilistic estimate of one attribute, or the reason why there is none.
 *
 * @param label the most probable class; null when abstained
 * @param probabilities by class, in the model's order; null when abstained
 * @param confidence the probability of {@code label}; null when abstained
 * @param abstained why there is no estimate, such as {@code no_speech}; null when there is one
 */
public record Judgement(
    String label, Map<String, Float> probabilities, Float confidence, String abstained) {

  /** Value of {@link #abstained} for a window with too little speech. */
  public static final String NO_SPEECH = "no_speech";

  public Judgement {
    probabilities =
        probabilities == null
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  /** No estimate, because of {@code reason}. */
  public static Judgement abstain(String reason) {
    return new Judgement(null, null, null, reason);
  }
}
