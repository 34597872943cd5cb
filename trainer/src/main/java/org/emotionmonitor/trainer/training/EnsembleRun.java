package org.emotionmonitor.trainer.training;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.data.FeatureCache;
import org.emotionmonitor.trainer.evaluation.Ensemble;

/**
 * From a manifest to a model of one or several networks in a run folder; goes on where an earlier
 * run ended. Any two networks differ in their seeds (first weights, order, dropout, masks and the
 * draws of the recipes) or in what they see of a frame.
 */
public final class EnsembleRun {

  private final TrainSettings settings;
  private final Manifest manifest;
  private final FeatureCache cache;
  private final RunFolder folder;

  public EnsembleRun(
      TrainSettings settings, Manifest manifest, FeatureCache cache, RunFolder folder) {
    this.settings = settings;
    this.manifest = manifest;
    this.cache = cache;
    this.folder = folder;
  }

  /** Trains the networks one after the other; errors are {@link TrainingRun#train}'s. */
  public Trained train() {
    List<TrainingRun.Trained> all = new ArrayList<>();
    for (int network = 1; network <= settings.networks(); network++) {
      if (settings.networks() > 1) {
        System.err.printf("network %d of %d%n", network, settings.networks());
      }
      RunFolder own = folder.network(network, settings.networks());
      all.add(new TrainingRun(settings.ofNetwork(network), manifest, cache, own).train());
    }
    folder.writeSettings(settings);
    return new Trained(
        new Ensemble(all.stream().map(t -> new Ensemble.Member(t.network(), t.reader())).toList()),
        all.get(0).data(),
        all.stream().map(TrainingRun.Trained::checkpoint).toList());
  }

  /**
   * What training leaves.
   *
   * @param model of the best epoch of each network
   * @param checkpoints of each network
   */
  public record Trained(Ensemble model, Data data, List<Checkpoint> checkpoints) {

    public Trained {
      checkpoints = List.copyOf(checkpoints);
    }

    /** That all networks took. */
    public double seconds() {
      return checkpoints.stream()
          .flatMap(c -> c.history().stream())
          .mapToDouble(EpochResult::seconds)
          .sum();
    }

    /** What each network learned by epochs. */
    public List<List<EpochResult>> histories() {
      return checkpoints.stream().map(Checkpoint::history).toList();
    }
  }
}
