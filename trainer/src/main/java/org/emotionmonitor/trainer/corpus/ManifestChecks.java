package org.emotionmonitor.trainer.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.emotionmonitor.trainer.TrainerException;

/** What must hold across a manifest's rows. */
final class ManifestChecks {

  private ManifestChecks() {}

  /** No speaker is in two splits, nor in two folds. */
  static void speakers(Manifest manifest) {
    stayInOne("split", u -> u.split().label(), manifest);
    stayInOne("fold", u -> u.fold().isPresent() ? "" + u.fold().getAsInt() : "none", manifest);
  }

  /** Every class has rows in train, and there is a dev split. */
  static void trainable(Manifest manifest) {
    everyClassCanBeLearned(manifest);
    if (manifest.labelled(Split.DEV).isEmpty()) {
      throw new TrainerException(
          "manifest %s has no labelled row in split dev; training needs one to choose the model"
              .formatted(manifest.file()));
    }
  }

  private static void stayInOne(String what, Function<Utterance, String> part, Manifest manifest) {
    Map<String, Utterance> first = new HashMap<>();
    for (Utterance u : manifest.utterances()) {
      Utterance other = first.putIfAbsent(u.speaker(), u);
      if (other != null && !part.apply(other).equals(part.apply(u))) {
        throw new TrainerException(
            "manifest %s row %d: speaker \"%s\" is in %s %s, but in %s in row %d; keep a speaker in one %s"
                .formatted(
                    manifest.file(),
                    u.row(),
                    u.speaker(),
                    what,
                    part.apply(u),
                    part.apply(other),
                    other.row(),
                    what));
      }
    }
  }

  private static void everyClassCanBeLearned(Manifest manifest) {
    List<Utterance> train = manifest.labelled(Split.TRAIN);
    for (int c = 0; c < manifest.labels().size(); c++) {
      int wanted = c;
      if (train.stream().noneMatch(u -> u.emotion().getAsInt() == wanted)) {
        throw new TrainerException(
            "manifest %s has no row with label \"%s\" in split train; every class needs some"
                .formatted(manifest.file(), manifest.labels().name(c)));
      }
    }
  }
}
