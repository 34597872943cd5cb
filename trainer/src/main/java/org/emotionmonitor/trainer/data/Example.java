package org.emotionmonitor.trainer.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.corpus.Utterance;

/**
 * One example of the feature cache with its labels; a missing one is masked in the loss.
 *
 * @param features the cache's file
 * @param frames frames in it
 * @param utterance what it was made of
 * @param syllablesPerSecond measured after augmentation; NaN if unknown
 * @param activeLevelDb the same; dB re full scale
 * @param thresholds where these become labels
 */
public record Example(
    Path features,
    int frames,
    Utterance utterance,
    double syllablesPerSecond,
    double activeLevelDb,
    Thresholds thresholds) {

  /** The class in the manifest's label set. */
  public OptionalInt emotion() {
    return utterance.emotion();
  }

  /** The class of the speech rate. */
  public Optional<Rate> rate() {
    return thresholds.rate(syllablesPerSecond);
  }

  /** The class of the level. */
  public Optional<Volume> volume() {
    return thresholds.volume(activeLevelDb);
  }

  /** The features, not normalized, [frames][205]. */
  public float[] read() {
    return FeatureFile.read(features);
  }

  /** The same utterance as it is when spoken at another tempo and level. */
  Example varied(FeatureVariation variation) {
    return new Example(
        features,
        frames,
        utterance,
        syllablesPerSecond * variation.tempo(),
        activeLevelDb + variation.levelDb(),
        thresholds);
  }
}
