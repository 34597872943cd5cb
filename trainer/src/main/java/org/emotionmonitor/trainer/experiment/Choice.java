package org.emotionmonitor.trainer.experiment;

import java.util.Locale;

/** How the epoch of a fold is chosen; the fold itself never has a say. */
public enum Choice {
  /** By the speakers of the next fold, who are not trained on. */
  DEV,
  /** The last one, so that all other folds are trained on. */
  LAST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
