package org.emotionmonitor.trainer.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.trainer.corpus.Utterance;

/**
 * One example of the feature cache with its labels; a missing one is masked in the loss.
 *
 * @param features the cache's file
 * @param frames frames in it
 * @param utterance what it was made of
 * @param rate measured after augmentation; volume alike
 */
public record Example(
    Path features, int frames, Utterance utterance, Optional<Rate> rate, Optional<Volume> volume) {

  /** The class in the manifest's label set. */
  public OptionalInt emotion() {
    return utterance.emotion();
  }

  /** The features, not normalized, [frames][205]. */
  public float[] read() {
    return FeatureFile.read(features);
  }
}
