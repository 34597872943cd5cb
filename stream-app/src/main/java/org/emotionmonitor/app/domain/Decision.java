package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What policy does with a leg. */
public enum Decision implements Labelled {
  ANALYSE,
  DROP;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
