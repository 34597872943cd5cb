package org.emotionmonitor.trainer.training;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a run has come.
 *
 * @param bestEpoch whose weights {@code best.zip} has; 0 before the first
 * @param bestMerit of that epoch
 * @param history of all epochs
 */
public record Checkpoint(int bestEpoch, double bestMerit, List<EpochResult> history) {

  /** Before the first epoch. */
  public static final Checkpoint NONE = new Checkpoint(0, Double.NEGATIVE_INFINITY, List.of());

  public Checkpoint {
    history = List.copyOf(history);
  }

  boolean isBeatenBy(EpochResult result) {
    return result.merit() > bestMerit;
  }

  /** After one more epoch. */
  Checkpoint after(EpochResult result) {
    List<EpochResult> all = new ArrayList<>(history);
    all.add(result);
    return isBeatenBy(result)
        ? new Checkpoint(result.epoch(), result.merit(), all)
        : new Checkpoint(bestEpoch, bestMerit, all);
  }

  /** Whether training is over, by its length or because dev has not gained for long. */
  boolean isEnd(int epochs, int patience) {
    int epoch = history.size();
    return epoch >= epochs || (patience > 0 && epoch - bestEpoch >= patience);
  }
}
