package org.emotionmonitor.trainer.corpus;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Part of a corpus; no speaker is in two of them. */
public enum Split implements Labelled {
  TRAIN,
  DEV,
  TEST;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
