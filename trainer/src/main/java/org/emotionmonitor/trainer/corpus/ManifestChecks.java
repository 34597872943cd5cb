package org.emotionmonitor.trainer.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.TrainerException;

/** What must hold across a manifest's rows. */
final class ManifestChecks {

  private ManifestChecks() {}

  static void check(Manifest manifest) {
    speakersStayInOneSplit(manifest);
    everyClassCanBeLearned(manifest);
    if (manifest.labelled(Split.DEV).isEmpty()) {
      throw new TrainerException(
          "manifest %s has no labelled row in split dev; training needs one to choose the model"
              .formatted(manifest.file()));
    }
  }

  private static void speakersStayInOneSplit(Manifest manifest) {
    Map<String, Utterance> first = new HashMap<>();
    for (Utterance u : manifest.utterances()) {
      Utterance other = first.putIfAbsent(u.speaker(), u);
      if (other != null && other.split() != u.split()) {
        throw new TrainerException(
            "manifest %s row %d: speaker \"%s\" is in split %s, but in %s in row %d; keep a speaker in one split"
                .formatted(
                    manifest.file(),
                    u.row(),
                    u.speaker(),
                    u.split().label(),
                    other.split().label(),
                    other.row()));
      }
    }
  }

  private static void everyClassCanBeLearned(Manifest manifest) {
    List<Utterance> train = manifest.labelled(Split.TRAIN);
    for (Emotion emotion : Emotion.values()) {
      if (train.stream().noneMatch(u -> u.emotion().orElseThrow() == emotion)) {
        throw new TrainerException(
            "manifest %s has no row with label \"%s\" in split train; every class needs some"
                .formatted(manifest.file(), emotion.label()));
      }
    }
  }
}
