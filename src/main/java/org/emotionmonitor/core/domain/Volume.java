package org.emotionmonitor.core.domain;

import java.util.Locale;

/** Volume, in the order of the model's {@code volume} output. */
public enum Volume implements Labelled {
  SOFT,
  MEDIUM,
  LOUD;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
