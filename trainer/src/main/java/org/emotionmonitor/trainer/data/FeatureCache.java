package org.emotionmonitor.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.emotionmonitor.core.frontend.Features;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Background;
import org.emotionmonitor.trainer.augment.CallWindow;
import org.emotionmonitor.trainer.augment.Clip;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.progress.Workers;

/**
 * Features of recordings on disk, computed once by as many threads as asked for. Only one recording
 * per thread is in memory.
 */
public final class FeatureCache {

  private final Path folder;
  private final Path scratch;
  private final Thresholds thresholds;
  private final int threads;
  private final Background background;

  /** A cache whose calls have a generated background. */
  public FeatureCache(Path folder, Thresholds thresholds, int threads) {
    this(folder, thresholds, threads, Background.generated());
  }

  public FeatureCache(Path folder, Thresholds thresholds, int threads, Background background) {
    this(folder, folder, thresholds, threads, background);
  }

  private FeatureCache(
      Path folder, Path scratch, Thresholds thresholds, int threads, Background background) {
    this.folder = folder;
    this.scratch = scratch;
    this.background = background;
    this.thresholds = thresholds;
    this.threads = threads;
  }

  /**
   * The examples that {@code recipe} makes of {@code utterances}, in their order; computes what the
   * folder does not have.
   *
   * @param seed of the recipe's random choices
   * @throws TrainerException that names the manifest's row, if a recording cannot be used
   */
  public List<Example> examples(
      List<Utterance> utterances, Recipe recipe, long seed, Progress progress) {
    return examples(utterances, i -> recipe, seed, progress);
  }

  /**
   * The same with a recipe per utterance.
   *
   * @param recipes by the utterance's place in the list
   */
  public List<Example> examples(
      List<Utterance> utterances, IntFunction<Recipe> recipes, long seed, Progress progress) {
    Map<String, List<Utterance>> groups = groups(utterances);
    List<Integer> places = IntStream.range(0, utterances.size()).boxed().toList();
    return Workers.map(
        places,
        threads,
        progress,
        i -> {
          Utterance u = utterances.get(i);
          Recipe recipe = recipes.apply(i);
          return example(u, groups.get(group(u)), recipe, seed(u, recipe, seed));
        });
  }

  /** The same cache with another folder, on one thread, for what depends on the seed. */
  FeatureCache scratch(Path other) {
    return new FeatureCache(folder, other, thresholds, 1, background);
  }

  /** A condition treats a recording alike in every run and whatever its row. */
  private static long seed(Utterance u, Recipe recipe, long seed) {
    return recipe.random() ? seed + u.row() : u.name().hashCode();
  }

  private static Map<String, List<Utterance>> groups(List<Utterance> utterances) {
    Map<String, List<Utterance>> groups = new HashMap<>();
    for (Utterance u : utterances) {
      groups.computeIfAbsent(group(u), key -> new ArrayList<>()).add(u);
    }
    return groups;
  }

  private static String group(Utterance u) {
    return u.speaker() + "|" + u.emotion();
  }

  private Example example(Utterance u, List<Utterance> group, Recipe recipe, long seed)
      throws IOException {
    Path home = recipe.random() ? scratch : folder;
    Path file = CacheKey.file(home, u, recipe, background, seed);
    FeatureFile header =
        Files.exists(file) ? FeatureFile.header(file) : compute(file, u, group, recipe, seed);
    return new Example(
        file, header.frames(), u, header.syllablesPerSecond(), header.activeLevelDb(), thresholds);
  }

  private FeatureFile compute(
      Path file, Utterance u, List<Utterance> group, Recipe recipe, long seed) {
    Clip original = Clip.read(u);
    Clip clip =
        recipe.make(
            original,
            random -> companion(original, group, random.nextInt(group.size())),
            background,
            seed);
    float[] features = features(clip, u);
    try {
      return FeatureFile.write(file, features, clip.syllablesPerSecond(), clip.activeLevelDb());
    } catch (IOException e) {
      throw new TrainerException(
          "manifest row %d: file \"%s\": feature cache: cannot write %s: %s; free some space or give another --cache"
              .formatted(u.row(), u.name(), file, e.getMessage()),
          e);
    }
  }

  /** The features of at most a full window. */
  private static float[] features(Clip clip, Utterance u) {
    int most = (int) (CallWindow.WINDOW_SECONDS * clip.sampleRate());
    float[] samples = clip.samples();
    try {
      return Features.of(
          samples.length > most ? Arrays.copyOf(samples, most) : samples, clip.sampleRate());
    } catch (IllegalArgumentException e) {
      throw new TrainerException(
          "manifest row %d: file \"%s\": %s".formatted(u.row(), u.name(), e.getMessage()), e);
    }
  }

  private static Clip companion(Clip original, List<Utterance> group, int index) {
    Clip other = Clip.read(group.get(index));
    return other.sampleRate() == original.sampleRate() ? other : original;
  }
}
