package org.emotionmonitor.trainer.corpus;

import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.TrainerException;

/**
 * The rows of a manifest, checked.
 *
 * @param file the manifest
 * @param labels what the utterances' classes are positions in
 */
public record Manifest(Path file, LabelSet labels, List<Utterance> utterances) {

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

  /** The folds that labelled utterances are in, in order. */
  public List<Integer> folds() {
    return utterances.stream()
        .filter(u -> u.emotion().isPresent() && u.fold().isPresent())
        .map(u -> u.fold().getAsInt())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * One turn of a cross-validation: {@code fold} is the test split, the next one dev, the others
   * train. Utterances without a fold are left out.
   *
   * @throws TrainerException if there is no such fold, or there are fewer than three
   */
  public Manifest fold(int fold) {
    List<Integer> folds = folds();
    if (folds.size() < 3 || !folds.contains(fold)) {
      throw new TrainerException(
          "manifest %s has the folds %s in its labelled rows; fold %d needs to be one of at least three"
              .formatted(file, folds, fold));
    }
    int next = folds.get((folds.indexOf(fold) + 1) % folds.size());
    return new Manifest(
        file,
        labels,
        utterances.stream()
            .filter(u -> u.fold().isPresent())
            .map(u -> u.in(role(u.fold().getAsInt(), fold, next)))
            .toList());
  }

  /** The same with dev's utterances in train, for when nothing is chosen by them. */
  public Manifest devInTrain() {
    return new Manifest(
        file,
        labels,
        utterances.stream().map(u -> u.split() == Split.DEV ? u.in(Split.TRAIN) : u).toList());
  }

  private static Split role(int own, int test, int dev) {
    if (own == test) {
      return Split.TEST;
    }
    return own == dev ? Split.DEV : Split.TRAIN;
  }

  /**
   * This manifest, if a model can be trained on it.
   *
   * @throws TrainerException that names the class without rows in train, or says that dev is empty
   */
  public Manifest requireTrainable() {
    ManifestChecks.trainable(this);
    return this;
  }
}
