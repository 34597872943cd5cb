package org.emotionmonitor.trainer.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Which class each corpus' own emotion belongs to: category merging as data. */
public final class Mapping {

  private final String name;
  private final LabelSet labels;
  private final Map<String, Map<String, String>> classes;

  /**
   * @param name what messages call it
   * @param classes by corpus, then by the corpus' own emotion; an empty class leaves it out
   */
  Mapping(String name, LabelSet labels, Map<String, Map<String, String>> classes) {
    this.name = name;
    this.labels = labels;
    this.classes = new LinkedHashMap<>(classes);
  }

  /** What messages call it: a file, or the name of one that comes with the trainer. */
  public String name() {
    return name;
  }

  /** The classes, in the order in which the file first names them. */
  public LabelSet labels() {
    return labels;
  }

  /** Whether it says anything of a corpus; utterances of others have no class. */
  public boolean covers(String corpus) {
    return classes.containsKey(corpus);
  }

  /**
   * The class of an emotion, by name; empty if the mapping leaves it out.
   *
   * @throws IllegalArgumentException if the mapping covers the corpus but not this emotion
   */
  public Optional<String> className(String corpus, String original) {
    if (!covers(corpus)) {
      return Optional.empty();
    }
    String found = classes.get(corpus).get(original);
    if (found == null) {
      throw new IllegalArgumentException(
          "mapping %s has no line for emotion \"%s\" of corpus %s, only for %s; add one, with an empty class to leave it out"
              .formatted(name, original, corpus, String.join(", ", emotions(corpus))));
    }
    return Optional.of(found).filter(c -> !c.isEmpty());
  }

  /** As {@link #className}, as a position in {@link #labels()}. */
  OptionalInt classIndex(String corpus, String original) {
    return className(corpus, original).map(labels::index).orElse(OptionalInt.empty());
  }

  private Set<String> emotions(String corpus) {
    return new TreeSet<>(classes.get(corpus).keySet());
  }
}
