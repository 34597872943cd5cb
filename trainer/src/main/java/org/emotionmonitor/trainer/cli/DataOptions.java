package org.emotionmonitor.trainer.cli;

import java.util.List;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.training.DataSettings;
import picocli.CommandLine.Option;

/** Options of what a network is trained and chosen on. */
final class DataOptions {

  @Option(
      names = "--recipes",
      split = ",",
      paramLabel = "RECIPE",
      description =
          "Ways to vary training utterances: ${COMPLETION-CANDIDATES} (default: those for calls;"
              + " clean alone trains on the recordings as they are).")
  private List<Recipe> recipes = DataSettings.CALLS.recipes();

  @Option(
      names = "--draws",
      defaultValue = "2",
      paramLabel = "N",
      description =
          "Variants of each random recipe; 0 makes new ones for every epoch, while the one before"
              + " is trained (default: ${DEFAULT-VALUE}).")
  private int draws;

  @Option(
      names = "--variation",
      defaultValue = "0",
      paramLabel = "X",
      description =
          "Strength of other tempos, levels and frequency responses that are made of the features in"
              + " every epoch, 0 for none (default: ${DEFAULT-VALUE}).")
  private double variation;

  @Option(
      names = "--mask",
      defaultValue = "1",
      paramLabel = "X",
      description =
          "Strength of the masks on training features, 0 for none (default: ${DEFAULT-VALUE}).")
  private double mask;

  @Option(
      names = "--conditions",
      split = ",",
      paramLabel = "RECIPE",
      description =
          "Dev's conditions, by whose mean UAR an epoch is chosen (default: clean,telephone).")
  private List<Recipe> conditions = DataSettings.CALLS.conditions();

  DataSettings data() {
    if (draws < 0 || !(mask >= 0) || !(variation >= 0)) {
      throw new TrainerException(
          "--draws %d, --variation %s, --mask %s: none may be negative"
              .formatted(draws, variation, mask));
    }
    return new DataSettings(recipes, draws, variation, mask, conditions);
  }
}
