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
 * @param recipes ways to vary a training utterance
 * @param draws variants of each random recipe; an epoch uses each utterance once, in one variant
 * @param averageDecay share of the averaged weights that a step keeps; see {@link WeightAverage}
 */
public record TrainSettings(
    long seed,
    int batch,
    double smoothing,
    double classWeightPower,
    List<Recipe> recipes,
    int draws,
    double averageDecay,
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
            Recipe.CLEAN, Recipe.VOICE, Recipe.CALL, Recipe.TELEPHONE_VOICE, Recipe.TELEPHONE_CALL),
        2,
        0.99,
        Thresholds.DEFAULT,
        NetworkSettings.defaults(epochs));
  }

  /** The same with another network. */
  public TrainSettings withNetwork(NetworkSettings other) {
    return new TrainSettings(
        seed, batch, smoothing, classWeightPower, recipes, draws, averageDecay, thresholds, other);
  }
}
