package org.emotionmonitor.trainer.corpus;

import java.nio.file.Path;
import java.util.Optional;
import org.emotionmonitor.core.domain.Emotion;

/**
 * One row of a manifest.
 *
 * @param row the row's number in the file, the header being 1
 * @param name the file as the manifest names it
 * @param file where it lies
 * @param emotion empty if the recording belongs to no class of the model
 * @param syllables NaN if unknown
 * @param speechSeconds from the first to the last active frame; NaN if unknown
 * @param activeLevelDb mean level of the active frames, dB re full scale; NaN if unknown
 */
public record Utterance(
    int row,
    String name,
    Path file,
    String corpus,
    String language,
    String speaker,
    String sex,
    Optional<Emotion> emotion,
    double syllables,
    double speechSeconds,
    double activeLevelDb,
    Split split) {}
