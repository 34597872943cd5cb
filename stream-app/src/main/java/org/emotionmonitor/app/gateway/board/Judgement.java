package org.emotionmonitor.app.gateway.board;

import java.util.Arrays;

/**
 * What the model said of one window on one question. Held as floats, not as a map, because a busy
 * gateway holds hundreds of thousands of them.
 */
public final class Judgement {
  private final String label;
  private final float confidence;
  private final float[] probabilities;

  /**
   * @param label the most probable class, or null if the window was not scored
   * @param confidence of that label, 0 to 1, NaN if there is none
   * @param probabilities in the order of the question's labels; empty if the window was not scored
   */
  public Judgement(String label, float confidence, float[] probabilities) {
    this.label = label;
    this.confidence = confidence;
    this.probabilities = probabilities.clone();
  }

  public String label() {
    return label;
  }

  public float confidence() {
    return confidence;
  }

  /** Number of classes; 0 if the window was not scored. */
  public int size() {
    return probabilities.length;
  }

  /** Probability of the class at {@code index}. */
  public float probability(int index) {
    return probabilities[index];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Judgement other
        && java.util.Objects.equals(label, other.label)
        && Float.compare(confidence, other.confidence) == 0
        && Arrays.equals(probabilities, other.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return label + " " + Arrays.toString(probabilities);
  }
}
