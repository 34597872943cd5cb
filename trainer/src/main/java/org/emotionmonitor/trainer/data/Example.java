package org.emotionmonitor.trainer.data;

import java.nio.file.Path;
import java.util.Optional;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/**
 * One example of the feature cache with its labels; a missing one is masked in the loss.
 *
 * @param features the cache's file
 * @param frames frames in it
 * @param speaker who speaks
 */
public record Example(
    Path features,
    int frames,
    String speaker,
    Optional<Emotion> emotion,
    Optional<Rate> rate,
    Optional<Volume> volume) {

  /** The features, not normalized, [frames][205]. */
  public float[] read() {
    return FeatureFile.read(features);
  }
}
