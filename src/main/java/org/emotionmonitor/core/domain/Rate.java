package org.emotionmonitor.core.domain;

import java.util.Locale;

/** Speech rate, in the order of the model's {@code rate} output. */
public enum Rate implements Labelled {
  SLOW,
  MEDIUM,
  FAST;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
