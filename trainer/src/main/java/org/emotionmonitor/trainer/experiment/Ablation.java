package org.emotionmonitor.trainer.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.report.TextFiles;
import org.emotionmonitor.trainer.training.TrainSettings;

/**
 * Trains several systems with several seeds under one protocol. What an earlier run has finished is
 * not done again; a network that it was training goes on from its checkpoint.
 */
public final class Ablation {

  private final Manifest manifest;
  private final FeatureCache cache;
  private final BiFunction<Family, Long, TrainSettings> settings;
  private final Path folder;

  /**
   * @param settings of a network and a seed; equal but for the two
   */
  public Ablation(
      Manifest manifest,
      FeatureCache cache,
      BiFunction<Family, Long, TrainSettings> settings,
      Path folder) {
    this.manifest = manifest;
    this.cache = cache;
    this.settings = settings;
    this.folder = folder;
  }

  /** A result per system and seed, systems in their order, seed by seed. */
  public List<ContenderResult> run(List<Contender> systems, List<Long> seeds) {
    List<ContenderResult> results = new ArrayList<>();
    for (long seed : seeds) {
      for (Contender system : systems) {
        results.add(result(system, seed));
      }
    }
    return results;
  }

  private ContenderResult result(Contender system, long seed) {
    Path own = folder.resolve("%s-seed%d".formatted(system, seed));
    Path file = own.resolve("result.json");
    TrainSettings wanted = settings(system, seed);
    ContenderResult known = TextFiles.readJson(file, ContenderResult.class).orElse(null);
    if (known == null) {
      System.err.printf("%s, seed %d%n", system, seed);
      known = compute(system, wanted, own);
      TextFiles.writeJson(file, known);
    } else if (!known.settings().equals(wanted)) {
      throw new TrainerException(
          "%s is of other settings; give the same options to go on with them, or another --out"
              .formatted(file));
    }
    return known;
  }

  /** Those of the support vector machine name a network, which it has not. */
  private TrainSettings settings(Contender system, long seed) {
    return settings.apply(system.family().orElse(Family.LSTM), seed);
  }

  private ContenderResult compute(Contender system, TrainSettings wanted, Path own) {
    return system.family().isPresent()
        ? new NetworkContender(manifest, cache).result(system, wanted, own)
        : new SvmContender(manifest, cache).result(system, wanted);
  }
}
