package org.emotionmonitor.trainer.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.progress.Progress;

/**
 * The examples of a run.
 *
 * @param train a list per variant, each in the manifest's order
 * @param dev by condition; empty if nothing is chosen by it
 */
public record Data(List<List<Example>> train, Map<String, List<Example>> dev) {

  /** Between the seeds of two draws; rows of a manifest are far fewer. */
  private static final long DRAW_STEP = 1_000_000_007L;

  /** Computes, or finds in the cache, what {@code settings} ask for. */
  public static Data prepare(Manifest manifest, TrainSettings settings, FeatureCache cache) {
    long seed = settings.seed();
    List<List<Example>> train = new ArrayList<>();
    for (int draw = 0; draw < Math.max(1, settings.data().draws()); draw++) {
      for (Recipe recipe : settings.data().recipes()) {
        if (draw == 0 || recipe.random()) {
          train.add(examples(manifest, Split.TRAIN, recipe, seed + draw * DRAW_STEP, cache));
        }
      }
    }
    return new Data(
        train, conditions(manifest, Split.DEV, settings.data().conditions(), seed, cache));
  }

  /** The labelled examples of a split by condition; empty if it has none. */
  public static Map<String, List<Example>> conditions(
      Manifest manifest, Split split, List<Recipe> recipes, long seed, FeatureCache cache) {
    Map<String, List<Example>> conditions = new LinkedHashMap<>();
    if (!manifest.labelled(split).isEmpty()) {
      for (Recipe recipe : recipes) {
        conditions.put(recipe.label(), examples(manifest, split, recipe, seed, cache));
      }
    }
    return conditions;
  }

  /** The labelled examples of a split in one recipe. */
  public static List<Example> examples(
      Manifest manifest, Split split, Recipe recipe, long seed, FeatureCache cache) {
    List<Utterance> utterances = manifest.labelled(split);
    try (Progress progress =
        Progress.bar("features " + split.label() + " " + recipe.label(), utterances.size())) {
      return cache.examples(utterances, recipe, seed, progress);
    }
  }

  /** The dev split in all conditions. */
  public List<Example> allDev() {
    return dev.values().stream().flatMap(List::stream).toList();
  }

  /** All training examples. */
  public List<Example> allTrain() {
    return train.stream().flatMap(List::stream).toList();
  }

  /**
   * Every utterance once, in the variant whose turn it is: over as many epochs as there are
   * variants, each is used in all of them.
   */
  List<Example> epoch(int epoch) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < train.get(0).size(); i++) {
      examples.add(train.get(Math.floorMod(i + epoch, train.size())).get(i));
    }
    return examples;
  }
}
