package org.emotionmonitor.trainer.training;

import java.util.List;
import org.emotionmonitor.trainer.augment.Recipe;

/**
 * What a network is trained and chosen on.
 *
 * @param recipes ways to vary a training utterance
 * @param draws variants of each random recipe; an epoch uses each utterance once, in one variant;
 *     0: a new variant in every epoch
 * @param variation strength of other tempos, levels and responses, made of the features: 0 none, 1
 *     as usual
 * @param mask strength of the masks on training features: 0 none, 1 as usual
 * @param conditions that dev is evaluated in; the best epoch has the highest mean UAR over them
 */
public record DataSettings(
    List<Recipe> recipes, int draws, double variation, double mask, List<Recipe> conditions) {

  public DataSettings {
    recipes = List.copyOf(recipes);
    conditions = List.copyOf(conditions);
  }

  /** For calls of any kind: one model serves wide band and telephone band. */
  public static final DataSettings CALLS =
      new DataSettings(
          List.of(
              Recipe.CLEAN,
              Recipe.VOICE,
              Recipe.CALL,
              Recipe.TELEPHONE_VOICE,
              Recipe.TELEPHONE_CALL),
          2,
          0,
          1,
          List.of(Recipe.CLEAN, Recipe.TELEPHONE));
}
