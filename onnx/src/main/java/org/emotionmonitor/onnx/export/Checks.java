package org.emotionmonitor.onnx.export;

import java.util.Objects;

/** Checks of weight arrays that name the array, the value and what was expected. */
final class Checks {

  private Checks() {}

  /**
   * Checks that {@code values} holds {@code expected} numbers, all finite.
   *
   * @param shape how the expected number comes about, such as {@code "4 x hidden 128"}
   */
  static void array(String name, float[] values, long expected, String shape) {
    Objects.requireNonNull(values, name);
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s holds %d numbers, expected %d (%s)".formatted(name, values.length, expected, shape));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s[%d] is %s; a model is only written from finite weights"
                .formatted(name, i, values[i]));
      }
    }
  }

  static void size(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s is %d, expected at least 1".formatted(name, value));
    }
  }

  static void equal(String name, int found, String reason, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s: %d, expected %d (%s)".formatted(name, found, expected, reason));
    }
  }
}
