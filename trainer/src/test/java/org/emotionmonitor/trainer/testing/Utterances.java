package org.emotionmonitor.trainer.testing;

import java.nio.file.Path;
import java.util.Optional;
import org.emotionmonitor.core.domain.Emotion;
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
        Optional.of(emotion),
        5,
        1.25,
        -26,
        Split.TRAIN);
  }
}
