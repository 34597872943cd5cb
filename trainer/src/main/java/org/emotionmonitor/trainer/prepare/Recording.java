package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.emotionmonitor.trainer.corpus.Split;

/**
 * What a corpus says of one of its audio files.
 *
 * @param speaker unique over all corpora
 * @param sex {@code F}, {@code M} or empty
 * @param emotion as the corpus calls it
 * @param intensity as the corpus calls it; empty if it does not say
 * @param sentence code of what was said; empty if there is none
 * @param syllables of the known text; empty if they are to be counted in the signal
 * @param level whether the file's level says how loud the speaker was
 * @param split empty if it is free to choose
 */
record Recording(
    Path file,
    String speaker,
    String sex,
    String emotion,
    String intensity,
    String sentence,
    OptionalInt syllables,
    boolean level,
    Optional<Split> split) {

  /** A recording whose level counts and whose split is free. */
  static Recording of(
      Path file,
      String speaker,
      String sex,
      String emotion,
      String intensity,
      String sentence,
      OptionalInt syllables) {
    return new Recording(
        file, speaker, sex, emotion, intensity, sentence, syllables, true, Optional.empty());
  }

  /** The same, with a level that was changed by the corpus' makers. */
  Recording withoutLevel() {
    return new Recording(file, speaker, sex, emotion, intensity, sentence, syllables, false, split);
  }

  /** The same in another split. */
  Recording in(Split other) {
    return new Recording(
        file, speaker, sex, emotion, intensity, sentence, syllables, level, Optional.of(other));
  }
}
