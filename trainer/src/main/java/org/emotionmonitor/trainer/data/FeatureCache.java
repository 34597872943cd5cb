package org.emotionmonitor.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.core.features.Features;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.CallWindow;
import org.emotionmonitor.trainer.augment.Clip;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.progress.Progress;

/**
 * Features of recordings on disk, computed once by as many threads as asked for. Only one recording
 * per thread is in memory.
 */
public final class FeatureCache {

  private final Path folder;
  private final Thresholds thresholds;
  private final int threads;

  public FeatureCache(Path folder, Thresholds thresholds, int threads) {
    this.folder = folder;
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
    Map<String, List<Utterance>> groups = groups(utterances);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Example>> pending = new ArrayList<>();
      for (Utterance u : utterances) {
        pending.add(
            pool.submit(
                () -> {
                  Example example = example(u, groups.get(group(u)), recipe, seed + u.row());
                  progress.step();
                  return example;
                }));
      }
      List<Example> examples = new ArrayList<>();
      for (Future<Example> future : pending) {
        examples.add(get(future));
      }
      return examples;
    } finally {
      stop(pool);
    }
  }

  /**
   * After a failure the other threads must have let go of their files before the caller hears of
   * it.
   */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        // A recording takes seconds at most.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Example get(Future<Example> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerException("interrupted while computing features", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TrainerException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
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
    Path file = CacheKey.file(folder, u, recipe, seed);
    FeatureFile header =
        Files.exists(file) ? FeatureFile.header(file) : compute(file, u, group, recipe, seed);
    return new Example(
        file,
        header.frames(),
        u,
        thresholds.rate(header.syllablesPerSecond()),
        thresholds.volume(header.activeLevelDb()));
  }

  private static FeatureFile compute(
      Path file, Utterance u, List<Utterance> group, Recipe recipe, long seed) {
    Clip original = Clip.read(u);
    Clip clip =
        recipe.make(
            original, random -> companion(original, group, random.nextInt(group.size())), seed);
    float[] features = features(clip, u);
    return FeatureFile.write(file, features, clip.syllablesPerSecond(), clip.activeLevelDb());
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
