package org.emotionmonitor.core.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A class label with the name that is used in events, model metadata and manifests. */
public interface Labelled {

  /** The label's public name: lower case. */
  String label();

  /**
   * The labels of {@code type}, in their fixed order, which is also the order of the model's
   * outputs.
   */
  static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
  }

  /**
   * The constant of {@code type} with this public name.
   *
   * @throws IllegalArgumentException that names the value and what is allowed
   */
  static <E extends Enum<E> & Labelled> E parse(Class<E> type, String label) {
    for (E e : type.getEnumConstants()) {
      if (e.label().equals(label)) {
        return e;
      }
    }
    throw new IllegalArgumentException(
        "unknown %s \"%s\"; allowed: %s"
            .formatted(
                type.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                label,
                labels(type).stream().collect(Collectors.joining(", "))));
  }
}
