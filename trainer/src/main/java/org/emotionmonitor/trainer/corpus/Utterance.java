package org.emotionmonitor.trainer.corpus;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * One row of a manifest.
 *
 * @param row the row's number in the file, the header being 1
 * @param name the file as the manifest names it
 * @param file where it lies
 * @param emotionOriginal as the corpus calls it; empty if the manifest does not say
 * @param emotion class in the manifest's label set; empty if the recording belongs to none
 * @param syllables NaN if unknown
 * @param speechSeconds from the first to the last active frame; NaN if unknown
 * @param activeLevelDb mean level of the active frames, dB re full scale; NaN if unknown
 * @param fold of a cross-validation, from 1; empty if the manifest does not say
 */
public record Utterance(
    int row,
    String name,
    Path file,
    String corpus,
    String language,
    String speaker,
    String sex,
    String emotionOriginal,
    OptionalInt emotion,
    double syllables,
    double speechSeconds,
    double activeLevelDb,
    Split split,
    OptionalInt fold) {

  /** The same row in another split. */
  Utterance in(Split other) {
    return new Utterance(
        row,
        name,
        file,
        corpus,
        language,
        speaker,
        sex,
        emotionOriginal,
        emotion,
        syllables,
        speechSeconds,
        activeLevelDb,
        other,
        fold);
  }
}
