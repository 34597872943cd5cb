package org.emotionmonitor.trainer.testing;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Utterance;

/** Rows of a manifest that nobody wrote. */
public final class Utterances {

  private Utterances() {}

  public static Utterance of(Emotion emotion) {
    return new Utterance(
        2,
        "a.wav",
        Path.of("a.wav"),
        "corpus",
        "en",
        "speaker",
        "F",
        emotion.label(),
        LabelSet.PRODUCT.index(emotion.label()),
        5,
        1.25,
        -26,
        Split.TRAIN,
        OptionalInt.empty());
  }
}
