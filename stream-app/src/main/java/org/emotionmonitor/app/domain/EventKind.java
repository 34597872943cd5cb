package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What an event is about. */
public enum EventKind implements Labelled {
  EMOTION,
  RATE,
  VOLUME;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
