package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Whether a leg goes on. */
public enum LegState implements Labelled {
  LIVE,
  ENDED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
