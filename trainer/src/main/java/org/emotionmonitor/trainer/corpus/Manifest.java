package org.emotionmonitor.trainer.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * The rows of a manifest, checked.
 *
 * @param file the manifest
 */
public record Manifest(Path file, List<Utterance> utterances) {

  public Manifest {
    utterances = List.copyOf(utterances);
  }

  /** The utterances of {@code split} that have an emotion label, in the manifest's order. */
  public List<Utterance> labelled(Split split) {
    return utterances.stream().filter(u -> u.split() == split && u.emotion().isPresent()).toList();
  }

  /** Names of the corpora of {@code split}, sorted. */
  public List<String> corpora(Split split) {
    return labelled(split).stream().map(Utterance::corpus).distinct().sorted().toList();
  }
}
