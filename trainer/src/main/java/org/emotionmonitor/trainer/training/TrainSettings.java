package org.emotionmonitor.trainer.training;

import java.util.List;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.model.NetworkSettings;

/**
 * Everything that decides what a run comes to.
 *
 * @param seed of weights, order, masks and augmentation
 * @param batch examples per step
 * @param smoothing label smoothing of the training labels
 * @param classWeightPower 0: every utterance counts alike; 1: every emotion counts alike
 * @param recipes variants of each training utterance; an epoch uses each utterance once, in one of
 *     them
 */
public record TrainSettings(
    long seed,
    int batch,
    double smoothing,
    double classWeightPower,
    List<Recipe> recipes,
    Thresholds thresholds,
    NetworkSettings network) {

  public TrainSettings {
    recipes = List.copyOf(recipes);
  }

  public static TrainSettings defaults(int epochs, long seed) {
    return new TrainSettings(
        seed,
        32,
        0.05,
        0.75,
        List.of(
            Recipe.CLEAN, Recipe.LEVEL, Recipe.CALL, Recipe.TELEPHONE_LEVEL, Recipe.TELEPHONE_CALL),
        Thresholds.DEFAULT,
        NetworkSettings.defaults(epochs));
  }

  /** The same with another network. */
  public TrainSettings withNetwork(NetworkSettings other) {
    return new TrainSettings(seed, batch, smoothing, classWeightPower, recipes, thresholds, other);
  }
}
