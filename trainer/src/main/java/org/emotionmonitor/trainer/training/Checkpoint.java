package org.emotionmonitor.trainer.training;

/**
 * How far a run has come; {@code latest.zip} has the weights, the optimizer's state and the epoch.
 *
 * @param bestEpoch whose weights {@code best.zip} has; 0 before the first
 * @param bestMerit of that epoch
 */
public record Checkpoint(int bestEpoch, double bestMerit) {

  /** Before the first epoch. */
  public static final Checkpoint NONE = new Checkpoint(0, Double.NEGATIVE_INFINITY);

  boolean isBeatenBy(EpochResult result) {
    return result.merit() > bestMerit;
  }
}
