package org.emotionmonitor.core.domain;

import java.util.Locale;

/** Expressed emotion, in the order of the model's {@code emotion} output. */
public enum Emotion implements Labelled {
  CHEERFUL,
  FRIENDLY,
  NEUTRAL,
  SAD,
  UNFRIENDLY;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
