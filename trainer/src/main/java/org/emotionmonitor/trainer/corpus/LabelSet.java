package org.emotionmonitor.trainer.corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;

/**
 * The classes of the emotion head, by name, in the order of its outputs. In JSON it is the list of
 * names.
 *
 * @param names at least two, all different
 */
public record LabelSet(@JsonValue List<String> names) {

  /** The product's five emotions: the only set that the service accepts in a model. */
  public static final LabelSet PRODUCT = new LabelSet(Labelled.labels(Emotion.class));

  @JsonCreator
  public LabelSet {
    names = List.copyOf(names);
    if (names.size() < 2 || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "classes %s: there must be at least two, all different".formatted(names));
    }
  }

  /** How many classes. */
  public int size() {
    return names.size();
  }

  /** The class' position, empty of a name that is not in the set. */
  public OptionalInt index(String name) {
    int index = names.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The class at a position. */
  public String name(int index) {
    return names.get(index);
  }

  /** Whether a model with these classes can be used by the service. */
  public boolean isProduct() {
    return equals(PRODUCT);
  }
}
