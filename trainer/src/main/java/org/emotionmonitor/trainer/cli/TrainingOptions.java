package org.emotionmonitor.trainer.cli;

import java.util.List;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.training.TrainSettings;
import picocli.CommandLine.Mixin;

/** Options of every command that trains. */
final class TrainingOptions {

  @Mixin private NetworkOptions network;
  @Mixin private LossOptions loss;
  @Mixin private OptimizerOptions optimizer;
  @Mixin private DataOptions data;
  @Mixin private ThresholdOptions thresholds;

  /** For a model that averages several networks. */
  TrainSettings settings(Family family, LabelSet labels, long seed, int networks) {
    return settings(family, labels, seed).withNetworks(networks, network.inputs());
  }

  /** For a single network. */
  TrainSettings settings(Family family, LabelSet labels, long seed) {
    return new TrainSettings(
        seed,
        1,
        List.of(),
        labels,
        network.of(family),
        loss.loss(),
        optimizer.optimizer(),
        data.data(),
        thresholds());
  }

  Thresholds thresholds() {
    return thresholds.thresholds();
  }
}
