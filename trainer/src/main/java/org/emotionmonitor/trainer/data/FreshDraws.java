package org.emotionmonitor.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.progress.Progress;

/**
 * New draws of the random recipes in every epoch. While one epoch is trained, a thread makes the
 * examples of the next; those of the one before are deleted, so that the disk never holds more than
 * two epochs. The same seed and epoch give the same examples.
 */
public final class FreshDraws implements AutoCloseable {

  /** Between the seeds of two epochs; rows of a manifest are far fewer. */
  private static final long EPOCH_STEP = 1_000_000_007L;

  private final FeatureCache cache;
  private final Path scratch;
  private final List<Utterance> utterances;
  private final List<Recipe> recipes;
  private final long seed;
  private final ExecutorService ahead =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "fresh-draws");
            thread.setDaemon(true);
            return thread;
          });

  private int nextEpoch;
  private Future<List<Example>> next;

  /**
   * @param cache for what is the same in every epoch
   * @param scratch a folder of its own, emptied now and at the end
   * @param recipes taken in turn: over as many epochs as there are recipes, each utterance goes
   *     through all of them
   */
  public FreshDraws(
      FeatureCache cache,
      Path scratch,
      List<Utterance> utterances,
      List<Recipe> recipes,
      long seed) {
    this.cache = cache;
    this.scratch = scratch;
    this.utterances = List.copyOf(utterances);
    this.recipes = List.copyOf(recipes);
    this.seed = seed;
    delete(scratch);
  }

  /**
   * The examples of an epoch, in the utterances' order; the files of earlier epochs are gone.
   *
   * @throws TrainerException that names the manifest's row, if a recording cannot be used
   */
  public List<Example> epoch(int epoch) {
    if (next == null || nextEpoch != epoch) {
      next = begin(epoch);
    }
    List<Example> examples = await(next);
    delete(folder(epoch - 1));
    nextEpoch = epoch + 1;
    next = begin(nextEpoch);
    return examples;
  }

  private Future<List<Example>> begin(int epoch) {
    return ahead.submit(
        () ->
            cache
                .scratch(folder(epoch))
                .examples(
                    utterances,
                    i -> recipes.get(Math.floorMod(i + epoch, recipes.size())),
                    seed + epoch * EPOCH_STEP,
                    Progress.none()));
  }

  private Path folder(int epoch) {
    return scratch.resolve("epoch-" + epoch);
  }

  private static List<Example> await(Future<List<Example>> examples) {
    try {
      return examples.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerException("interrupted while waiting for an epoch's examples", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TrainerException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    ahead.shutdownNow();
    try {
      while (!ahead.awaitTermination(1, TimeUnit.MINUTES)) {
        // It lets go of its files when the recordings that it works on are done.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(scratch);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new TrainerException(
          "feature cache: cannot empty %s: %s; delete it".formatted(folder, e.getMessage()), e);
    }
  }
}
